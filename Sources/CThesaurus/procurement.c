// SPDX-License-Identifier: Apache-2.0
#include "CThesaurus.h"

// Every file of the folder stands here twice: embedded, and in the table. A test compares them.

static const unsigned char goods_equipment[] = {
#embed "procurement/goods_equipment.ttl"
};
static const unsigned char goods_supplies[] = {
#embed "procurement/goods_supplies.ttl"
};
static const unsigned char services_other[] = {
#embed "procurement/services_other.ttl"
};
static const unsigned char services_works[] = {
#embed "procurement/services_works.ttl"
};

static const tragwerk_turtle_file files[] = {
    {"procurement/goods_equipment.ttl", goods_equipment, sizeof goods_equipment},
    {"procurement/goods_supplies.ttl", goods_supplies, sizeof goods_supplies},
    {"procurement/services_other.ttl", services_other, sizeof services_other},
    {"procurement/services_works.ttl", services_works, sizeof services_works},
    {0, 0, 0},
};

const tragwerk_turtle_file *tragwerk_procurement_files(void) { return files; }
