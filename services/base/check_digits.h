#pragma once

#include <string_view>

// Whether an identifier has the shape and the check digit that its standard asks for; not whether
// anybody has it. Each refuses any identifier in which a single character was mistaken.
namespace redpeak {

// A unified social credit code: GB 32100-2015, 18 characters of digits and capitals without I, O,
// S, V and Z, of which the third to eighth are the region's digits.
bool IsUscc(std::string_view code);

// An ORCID iD with its hyphens, "0000-0002-1825-0097": ISO 7064 MOD 11-2; an X stands for ten.
bool IsOrcid(std::string_view id);

// A resident's identity number: GB 11643-1999, ISO 7064 MOD 11-2 over 17 digits, with a date of
// birth that the calendar has, between 1800 and 2099. The X must be a capital.
bool IsResidentId(std::string_view number);

// A ROR id without its address, "03yrm5c26": 0, six of Crockford's base 32 in lower case, and two
// digits by ISO 7064 MOD 97-10.
bool IsRor(std::string_view id);

}  // namespace redpeak
