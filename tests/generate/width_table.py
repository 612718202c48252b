#!/usr/bin/env python3
"""Prints src/report/width_table.cpp from the Unicode data of this Python."""
import sys
import unicodedata


def is_zero(scalar):
    return unicodedata.category(chr(scalar)) in ("Mn", "Me") or scalar in (0x200C, 0x200D)


def is_wide(scalar):
    return not is_zero(scalar) and unicodedata.east_asian_width(chr(scalar)) in ("W", "F")


def ranges(belongs):
    found = []
    for scalar in range(0x300, 0x110000):
        if not belongs(scalar):
            continue
        if found and found[-1][1] == scalar - 1:
            found[-1][1] = scalar
        else:
            found.append([scalar, scalar])
    return found


def table(name, found):
    print(f"constexpr ScalarRange {name}[] = {{")
    line = "   "
    for first, last in found:
        entry = f" {{0x{first:x}, 0x{last:x}}},"
        if len(line) + len(entry) > 108:
            print(line)
            line = "   "
        line += entry
    print(line)
    print("};\n")


print(f"// Written by tests/generate/width_table.py from Unicode {unicodedata.unidata_version}.")
print("// clang-format off\n#include \"report/width_table.h\"\n\nnamespace smtplint::report {\nnamespace {\n")
table("zero_width", ranges(is_zero))
table("double_width", ranges(is_wide))
print("}  // namespace\n")
print("std::span<const ScalarRange> zero_width_ranges() { return zero_width; }")
print("std::span<const ScalarRange> double_width_ranges() { return double_width; }\n")
print("}  // namespace smtplint::report")
