#!/bin/sh
# Gathers seeds: the models, those of the tests, and the examples of the reference.
set -eu
cd "$(dirname "$0")/.."
mkdir -p fuzz/seeds
cp models/*.yaml tests/mechanisms/*.yaml tests/soundness/*.yaml tests/words/*.yaml fuzz/seeds/
awk '/^```yaml/ { n++; inside = 1; next } /^```/ { inside = 0 } inside { print > ("fuzz/seeds/reference-" n ".yaml") }' docs/language.md
ls fuzz/seeds | wc -l
