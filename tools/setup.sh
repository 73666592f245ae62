#!/usr/bin/env bash
# Sets up this checkout. Run by `make`; does nothing, and needs no network, when everything is in place.
#
#   tools/setup.sh build   system libraries, .venv, the locked packages, this package
#   tools/setup.sh dev     the same with the packages for tests, checks and documentation
#   tools/setup.sh test    the same with the programs that tests drive: qpdf, poppler, hunspell, LibreOffice, Chromium, Java,
#                          Node and its packages
#
# Exit codes: 0 ready, 2 something is missing that a person must install.
# CK_REQUIRE_TOOLS=1 makes the programs of `test` a must; without it, tests that lack one are skipped.
# PYTHON=/path/to/python3 chooses the Python.
set -euo pipefail

mode=${1:-build}
case $mode in
build | dev | test) ;;
*)
    echo "usage: tools/setup.sh [build|dev|test]" >&2
    exit 2
    ;;
esac

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$(pwd -P)
venv=$root/.venv
node_projects=("$root/tests/browser" "$root/tests/editor")
require_tools=${CK_REQUIRE_TOOLS:-0}
PATH=$PATH:/usr/sbin:/sbin

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
hash_of() { sha256sum | cut -d ' ' -f 1; }

# ── System packages ─────────────────────────────────────────────────────────────────────────────────────────────────

# The path of a Python of 3.11 or newer that can make virtual environments.
find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        "$candidate" -c 'import sys, venv, ensurepip
if sys.version_info < (3, 11): sys.exit(1)
print(sys._base_executable)' 2>/dev/null && return
    done
    return 1
}

# The Debian packages that are missing: those nothing works without, and those that tests drive.
missing_needed() {
    local libraries
    if has ldconfig; then
        libraries=$(ldconfig -p)
        [[ $libraries == *libpangoft2-1.0.so.0* ]] || echo libpangoft2-1.0-0
        [[ $libraries == *libharfbuzz-subset.so.0* ]] || echo libharfbuzz-subset0
    fi
    if [ -z "$python" ]; then
        # A python3 that lacks venv gets it; one that is too old gets company.
        if python3 -c 'import sys; sys.exit(sys.version_info >= (3, 11))' 2>/dev/null; then echo python3.11-venv; else echo python3-venv; fi
    fi
}
missing_for_tests() {
    has qpdf || echo qpdf
    has pdftotext || echo poppler-utils
    /usr/bin/python3 -c 'import gi; gi.require_version("Poppler", "0.18")' 2>/dev/null || printf '%s\n' gir1.2-poppler-0.18 python3-gi
    has hunspell || echo hunspell
    [[ $(hunspell -D </dev/null 2>&1) == *id_ID* ]] || echo hunspell-id
    has soffice || echo libreoffice-calc-nogui
    [ -e /usr/lib/libreoffice/program/libswlo.so ] || echo libreoffice-writer-nogui
    has chromium || grep -qsx 'ID=ubuntu' /etc/os-release || echo chromium # Ubuntu has no Chromium package
    has java || echo default-jre-headless
    has node || echo nodejs
    has npm || echo npm
}

# Whether we are root, or sudo asks nothing, or there is a person to ask.
can_be_root() {
    [ "$(id -u)" = 0 ] || { has sudo && { sudo -n true 2>/dev/null || { [ -t 0 ] && [ -z "${CI:-}" ]; }; }; }
}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_packages() {
    { has apt-get && can_be_root; } || return 0
    say "Memasang paket sistem: $* (installing system packages)"
    changed=1
    as_root apt-get update -qq >/dev/null || return 0
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null || true
}

find_missing() {
    python=$(find_python) || python=""
    mapfile -t needed < <(missing_needed)
    wanted=()
    if [ "$mode" = test ]; then mapfile -t wanted < <(missing_for_tests); fi
    if [ "$require_tools" = 1 ]; then
        needed+=("${wanted[@]}")
        wanted=()
    fi
}

ensure_system_packages() {
    find_missing
    [ $((${#needed[@]} + ${#wanted[@]})) -gt 0 ] || return 0
    install_packages "${needed[@]}" "${wanted[@]}"
    find_missing
    if [ ${#needed[@]} -gt 0 ]; then
        say "Minta administrator memasang paket yang kurang dengan sudo apt-get install ${needed[*]}, lalu ulangi (ask an administrator to install these packages, then try again)."
        exit 2
    fi
    if [ ${#wanted[@]} -gt 0 ]; then
        say "Uji yang memerlukan ${wanted[*]} akan dilewati (tests that need these packages will be skipped)."
    fi
}

# ── Python packages ─────────────────────────────────────────────────────────────────────────────────────────────────

# The lock has two parts; building needs the first only.
locked_packages() {
    if [ "$mode" = build ]; then
        sed '/^# === also to test and develop/,$d' requirements.lock
    else
        cat requirements.lock
    fi
}

# What an environment depends on: another lock, place or Python makes another environment.
environment_key() {
    { cat requirements.lock && echo "$root" && "$python" --version && echo "$python"; } | hash_of
}
# What the packages in it depend on besides.
packages_key() { { echo "$1" && cat pyproject.toml tools/setup.sh; } | hash_of; }

stamped() { [ -f "$1" ] && [ "$(<"$1")" = "$2" ]; }

ensure_python_packages() {
    local part=$mode key packages
    if [ "$part" = test ]; then part=dev; fi
    key=$(environment_key)
    packages=$(packages_key "$key")

    if [ -x "$venv/bin/ck" ] && "$venv/bin/python" -c '' 2>/dev/null && stamped "$venv/.ck-environment" "$key"; then
        if stamped "$venv/.ck-packages-dev" "$packages"; then return 0; fi
        if [ "$part" = build ] && stamped "$venv/.ck-packages-build" "$packages"; then return 0; fi
    else
        say "Membuat lingkungan Python di .venv (making the Python environment)"
        "$python" -m venv --clear "$venv"
    fi
    changed=1

    say "Memasang paket Python yang terkunci (installing the locked Python packages)"
    rm -f "$venv"/.ck-packages-*
    locked_packages >"$venv/requirements.txt"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: --requirement "$venv/requirements.txt"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        --no-index --no-deps --no-build-isolation --editable .
    printf '%s\n' "$key" >"$venv/.ck-environment"
    printf '%s\n' "$packages" >"$venv/.ck-packages-$part"
}

# ── Node packages ───────────────────────────────────────────────────────────────────────────────────────────────────

ensure_node_packages() {
    local project key
    has npm || return 0
    for project in "${node_projects[@]}"; do
        key=$(cat "$project/package.json" "$project/package-lock.json" | hash_of)
        if stamped "$project/node_modules/.ck-packages" "$key"; then continue; fi
        changed=1
        say "Memasang paket Node untuk uji: ${project##*/} (installing the Node packages for tests)"
        (cd "$project" && npm ci --silent --no-audit --no-fund --ignore-scripts)
        printf '%s\n' "$key" >"$project/node_modules/.ck-packages"
    done
}

# ── All of it, one at a time ────────────────────────────────────────────────────────────────────────────────────────

mkdir -p .ck-cache
if has flock; then
    exec 9>.ck-cache/setup.lock
    flock 9
fi

changed=0   # whether anything had to be done
python=""   # what makes the environment
needed=()   # missing system packages
wanted=()   # missing system packages that only tests drive
ensure_system_packages
ensure_python_packages
if [ "$mode" = test ]; then ensure_node_packages; fi
if [ "$changed" = 1 ]; then
    say "Selesai disiapkan (set up)."
else
    say "Sudah siap, tidak ada yang perlu dipasang (already set up)."
fi
