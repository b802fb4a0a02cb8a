// SPDX-License-Identifier: Apache-2.0
#include "CThesaurus.h"

// Every file of the folder stands here twice: embedded, and in the table. A test compares them.

static const unsigned char components_electrical_electronics[] = {
#embed "capabilities/components_electrical_electronics.ttl"
};
static const unsigned char components_machinery[] = {
#embed "capabilities/components_machinery.ttl"
};
static const unsigned char components_metal[] = {
#embed "capabilities/components_metal.ttl"
};
static const unsigned char components_other[] = {
#embed "capabilities/components_other.ttl"
};
static const unsigned char components_plastics_minerals[] = {
#embed "capabilities/components_plastics_minerals.ttl"
};
static const unsigned char components_shapes[] = {
#embed "capabilities/components_shapes.ttl"
};
static const unsigned char components_textiles[] = {
#embed "capabilities/components_textiles.ttl"
};
static const unsigned char components_vehicles[] = {
#embed "capabilities/components_vehicles.ttl"
};
static const unsigned char components_wood_paper_furniture[] = {
#embed "capabilities/components_wood_paper_furniture.ttl"
};
static const unsigned char materials[] = {
#embed "capabilities/materials.ttl"
};
static const unsigned char processes_coating_properties[] = {
#embed "capabilities/processes_coating_properties.ttl"
};
static const unsigned char processes_cutting_joining[] = {
#embed "capabilities/processes_cutting_joining.ttl"
};
static const unsigned char processes_industries[] = {
#embed "capabilities/processes_industries.ttl"
};
static const unsigned char processes_shaping_forming[] = {
#embed "capabilities/processes_shaping_forming.ttl"
};
static const unsigned char products_buildings_relief[] = {
#embed "capabilities/products_buildings_relief.ttl"
};
static const unsigned char products_chemistry_pharmacy[] = {
#embed "capabilities/products_chemistry_pharmacy.ttl"
};
static const unsigned char products_clothing_leather[] = {
#embed "capabilities/products_clothing_leather.ttl"
};
static const unsigned char products_electrical_electronics[] = {
#embed "capabilities/products_electrical_electronics.ttl"
};
static const unsigned char products_food[] = {
#embed "capabilities/products_food.ttl"
};
static const unsigned char products_household_sport_medical[] = {
#embed "capabilities/products_household_sport_medical.ttl"
};
static const unsigned char products_machinery[] = {
#embed "capabilities/products_machinery.ttl"
};
static const unsigned char products_metalware[] = {
#embed "capabilities/products_metalware.ttl"
};
static const unsigned char products_minerals_metals[] = {
#embed "capabilities/products_minerals_metals.ttl"
};
static const unsigned char products_plastics_rubber[] = {
#embed "capabilities/products_plastics_rubber.ttl"
};
static const unsigned char products_textiles[] = {
#embed "capabilities/products_textiles.ttl"
};
static const unsigned char products_vehicles[] = {
#embed "capabilities/products_vehicles.ttl"
};
static const unsigned char products_wood_paper_furniture[] = {
#embed "capabilities/products_wood_paper_furniture.ttl"
};
static const unsigned char properties[] = {
#embed "capabilities/properties.ttl"
};
static const unsigned char services_construction[] = {
#embed "capabilities/services_construction.ttl"
};
static const unsigned char services_installation_repair[] = {
#embed "capabilities/services_installation_repair.ttl"
};
static const unsigned char services_knowledge[] = {
#embed "capabilities/services_knowledge.ttl"
};
static const unsigned char services_logistics_facilities[] = {
#embed "capabilities/services_logistics_facilities.ttl"
};
static const unsigned char services_manufacturing[] = {
#embed "capabilities/services_manufacturing.ttl"
};
static const unsigned char services_other[] = {
#embed "capabilities/services_other.ttl"
};
static const unsigned char services_trade[] = {
#embed "capabilities/services_trade.ttl"
};
static const unsigned char standards[] = {
#embed "capabilities/standards.ttl"
};
static const unsigned char tests[] = {
#embed "capabilities/tests.ttl"
};

static const tragwerk_turtle_file files[] = {
    {"capabilities/components_electrical_electronics.ttl", components_electrical_electronics, sizeof components_electrical_electronics},
    {"capabilities/components_machinery.ttl", components_machinery, sizeof components_machinery},
    {"capabilities/components_metal.ttl", components_metal, sizeof components_metal},
    {"capabilities/components_other.ttl", components_other, sizeof components_other},
    {"capabilities/components_plastics_minerals.ttl", components_plastics_minerals, sizeof components_plastics_minerals},
    {"capabilities/components_shapes.ttl", components_shapes, sizeof components_shapes},
    {"capabilities/components_textiles.ttl", components_textiles, sizeof components_textiles},
    {"capabilities/components_vehicles.ttl", components_vehicles, sizeof components_vehicles},
    {"capabilities/components_wood_paper_furniture.ttl", components_wood_paper_furniture, sizeof components_wood_paper_furniture},
    {"capabilities/materials.ttl", materials, sizeof materials},
    {"capabilities/processes_coating_properties.ttl", processes_coating_properties, sizeof processes_coating_properties},
    {"capabilities/processes_cutting_joining.ttl", processes_cutting_joining, sizeof processes_cutting_joining},
    {"capabilities/processes_industries.ttl", processes_industries, sizeof processes_industries},
    {"capabilities/processes_shaping_forming.ttl", processes_shaping_forming, sizeof processes_shaping_forming},
    {"capabilities/products_buildings_relief.ttl", products_buildings_relief, sizeof products_buildings_relief},
    {"capabilities/products_chemistry_pharmacy.ttl", products_chemistry_pharmacy, sizeof products_chemistry_pharmacy},
    {"capabilities/products_clothing_leather.ttl", products_clothing_leather, sizeof products_clothing_leather},
    {"capabilities/products_electrical_electronics.ttl", products_electrical_electronics, sizeof products_electrical_electronics},
    {"capabilities/products_food.ttl", products_food, sizeof products_food},
    {"capabilities/products_household_sport_medical.ttl", products_household_sport_medical, sizeof products_household_sport_medical},
    {"capabilities/products_machinery.ttl", products_machinery, sizeof products_machinery},
    {"capabilities/products_metalware.ttl", products_metalware, sizeof products_metalware},
    {"capabilities/products_minerals_metals.ttl", products_minerals_metals, sizeof products_minerals_metals},
    {"capabilities/products_plastics_rubber.ttl", products_plastics_rubber, sizeof products_plastics_rubber},
    {"capabilities/products_textiles.ttl", products_textiles, sizeof products_textiles},
    {"capabilities/products_vehicles.ttl", products_vehicles, sizeof products_vehicles},
    {"capabilities/products_wood_paper_furniture.ttl", products_wood_paper_furniture, sizeof products_wood_paper_furniture},
    {"capabilities/properties.ttl", properties, sizeof properties},
    {"capabilities/services_construction.ttl", services_construction, sizeof services_construction},
    {"capabilities/services_installation_repair.ttl", services_installation_repair, sizeof services_installation_repair},
    {"capabilities/services_knowledge.ttl", services_knowledge, sizeof services_knowledge},
    {"capabilities/services_logistics_facilities.ttl", services_logistics_facilities, sizeof services_logistics_facilities},
    {"capabilities/services_manufacturing.ttl", services_manufacturing, sizeof services_manufacturing},
    {"capabilities/services_other.ttl", services_other, sizeof services_other},
    {"capabilities/services_trade.ttl", services_trade, sizeof services_trade},
    {"capabilities/standards.ttl", standards, sizeof standards},
    {"capabilities/tests.ttl", tests, sizeof tests},
    {0, 0, 0},
};

const tragwerk_turtle_file *tragwerk_capabilities_files(void) { return files; }
