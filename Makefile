# SPDX-License-Identifier: Apache-2.0
# `make` alone says what there is.
SHELL := /bin/bash
export PKG_CONFIG_PATH := $(CURDIR)/.deps/pkgconfig:$(PKG_CONFIG_PATH)
RELEASE := .build/release/tragwerk
SOURCES := Package.swift Sources Tests Benchmarks Fuzzing Training

.PHONY: help setup run test check build bench docs format lint fuzz clean

help:
	@echo "make run     set up, build, draft and assess the first example, write its report"
	@echo "make test    set up and run all tests"
	@echo "make check   format lint, warnings as errors, all tests"
	@echo "make build   the release program at $(RELEASE)"
	@echo "make bench   measure speed and memory"
	@echo "make fuzz    random damage to packages and lists (FUZZ_SECONDS=60)"
	@echo "make docs    the guides and the API as web pages in out/docs"
	@echo "make format  lay the sources out"

setup:
	@scripts/setup

build: setup
	swift build -c release --product tragwerk

run: build
	@mkdir -p out
	@echo
	$(RELEASE) draft Examples/water-treatment-unit/parts.csv --quantity 100 \
	  --name "Mobile Wasseraufbereitung" \
	  --library Examples/water-treatment-unit/library --out out/water-treatment-unit --replace
	@echo
	$(RELEASE) assess out/water-treatment-unit --phased --report out/water-treatment-unit.html \
	  --json out/water-treatment-unit.json
	@echo
	@echo "Open out/water-treatment-unit.html in a browser. The next example:"
	@echo "  $(RELEASE) assess Examples/field-hospital --report out/field-hospital.html"
	@echo "and how its output can triple in 24 months:"
	@echo "  $(RELEASE) plan Examples/field-hospital --periods 24 --period-days 30 \\"
	@echo "    --report out/field-hospital-plan.html"

test: setup
	swift build --build-tests
	scripts/test-database swift test --skip-build --parallel

check: lint test

lint: setup
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

bench: build
	swift build -c release --product benchmarks
	.build/release/benchmarks

fuzz: setup
	swift build -c release --product Fuzz
	.build/release/Fuzz $(or $(FUZZ_SECONDS),60)

docs: setup
	scripts/docs

clean:
	rm -rf .build out
