# The commands of this project. Each sets up what it needs first; that does nothing the second time.

PYTHON_FILES = curriculum_kit tests tools docs
PYTEST_ARGS ?= -n auto --dist loadgroup

.PHONY: help build test check docs docs-links lock clean

help:
	@echo 'make build   bangun situs dan buku ke build/ (build the sites and books)'
	@echo 'make test    jalankan semua uji (run the whole test suite)'
	@echo 'make check   periksa gaya, tipe, arsitektur, dan kurikulum (style, types, architecture, curriculum)'
	@echo 'make docs    bangun dokumentasi ke docs/_build/en dan docs/_build/id (build the documentation)'
	@echo 'make docs-links   periksa tautan dokumentasi ke luar; perlu internet (check links to elsewhere; needs internet)'
	@echo 'make lock    perbarui versi paket yang terkunci (renew the locked versions)'
	@echo 'make clean   hapus hasil dan singgahan (remove output and caches)'

build:
	@tools/setup.sh build
	.venv/bin/ck build

test:
	@tools/setup.sh test
	.venv/bin/python -m pytest $(PYTEST_ARGS)

check:
	@tools/setup.sh dev
	.venv/bin/ruff check $(PYTHON_FILES)
	.venv/bin/ruff format --check $(PYTHON_FILES)
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/ck check

docs:
	@tools/setup.sh dev
	for language in en id; do \
	    .venv/bin/sphinx-build --builder html --fail-on-warning --keep-going --nitpicky --fresh-env \
	        --define language=$$language docs docs/_build/$$language || exit; \
	done
	.venv/bin/python -m tools.docs_links docs _build/en _build/id

# Links to elsewhere: what a server says today. Not part of the tests, which need no network.
docs-links: docs
	.venv/bin/sphinx-build --builder linkcheck docs docs/_build/links

lock:
	@tools/setup.sh dev
	.venv/bin/python tools/lock.py --upgrade

clean:
	rm -rf build build-partial .ck-cache docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
