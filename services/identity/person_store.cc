#include "services/identity/person_store.h"

#include "services/base/crypto.h"
#include "services/base/names.h"

namespace redpeak::identity {
namespace {

#define REDPEAK_PERSON_COLUMNS                                                           \
  "id, display_name, gender, birth_year, coalesce(organisation, '') AS organisation, "   \
  "professional_title, degree, discipline, coalesce(orcid, '') AS orcid, email, phone, " \
  "base.micros(created_at) AS created_at, version"

const Statement kInsertPeople{"identity.insert_people", R"(
  INSERT INTO people (id, display_name, gender, birth_year, organisation, professional_title,
                      degree, discipline, orcid, email, phone, identity_sealed, identity_hash,
                      created_at)
  SELECT id, display_name, gender, birth_year, nullif(organisation, ''), title,
         degree, discipline, nullif(orcid, ''), email, phone, decode(nullif(sealed, ''), 'hex'),
         decode(nullif(hash, ''), 'hex'), base.instant($14)
    FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
         AS new (id, display_name, gender, birth_year, organisation, title, degree, discipline,
                 orcid, email, phone, sealed, hash))"};

const Statement kReadPeople{"identity.read_people", "SELECT " REDPEAK_PERSON_COLUMNS
                                                    "  FROM people WHERE id = ANY ($1::text[])"};

const Statement kLockPerson{"identity.lock_person", R"(
  SELECT FROM people WHERE id = $1 FOR NO KEY UPDATE)"};

const Statement kReadNumber{"identity.read_number", R"(
  SELECT identity_sealed FROM people WHERE id = $1 AND identity_sealed IS NOT NULL)"};

const Statement kWritePerson{"identity.write_person", R"(
  UPDATE people
     SET display_name = $2, gender = $3, birth_year = $4, organisation = nullif($5, ''),
         professional_title = $6, degree = $7, discipline = $8, orcid = nullif($9, ''), email = $10,
         phone = $11, version = version + 1
   WHERE id = $1)"};

const Statement kWriteNumber{"identity.write_number", R"(
  UPDATE people
     SET identity_sealed = decode(nullif($2, ''), 'hex'),
         identity_hash = decode(nullif($3, ''), 'hex')
   WHERE id = $1)"};

const Statement kFindAlike{"identity.find_alike_people", R"(
  SELECT id, coalesce(orcid, '')
    FROM people
   WHERE id = ANY ($1::text[]) OR orcid = ANY ($2::text[])
      OR identity_hash IN (SELECT decode(hash, 'hex') FROM unnest($3::text[]) AS asked (hash)))"};

// Three statements, so that PostgreSQL plans each for what it is: in order, by unit, or by
// trigrams.
const Statement kListPeople{"identity.list_people", "SELECT " REDPEAK_PERSON_COLUMNS R"(
    FROM people
   WHERE (display_name, id) > ($1, $2)
   ORDER BY display_name, id
   LIMIT $3)"};

const Statement kListUnits{"identity.list_people_of_units", "SELECT " REDPEAK_PERSON_COLUMNS R"(
    FROM people
   WHERE organisation = ANY ($4::text[]) AND (display_name, id) > ($1, $2)
   ORDER BY display_name, id
   LIMIT $3)"};

const Statement kSearchPeople{"identity.search_people", "SELECT " REDPEAK_PERSON_COLUMNS R"(
    FROM people
   WHERE display_name ILIKE $4 AND (display_name, id) > ($1, $2)
     AND ($5::text[] IS NULL OR organisation = ANY ($5::text[]))
   ORDER BY display_name, id
   LIMIT $3)"};

#undef REDPEAK_PERSON_COLUMNS

v1::Person ToPerson(const pqxx::row& row) {
  v1::Person person;
  person.set_name(MakeName("people", row["id"].c_str()));
  person.set_display_name(row["display_name"].c_str());
  person.set_gender(row["gender"].c_str());
  person.set_birth_year(row["birth_year"].as<int>());
  person.set_organisation(MakeName("organisations", row["organisation"].c_str()));
  person.set_professional_title(row["professional_title"].c_str());
  person.set_degree(row["degree"].c_str());
  person.set_discipline(row["discipline"].c_str());
  person.set_orcid(row["orcid"].c_str());
  person.set_email(row["email"].c_str());
  person.set_phone(row["phone"].c_str());
  *person.mutable_create_time() = ToProto(FromMicros(row["created_at"].as<int64_t>()));
  person.set_etag(row["version"].c_str());
  return person;
}

std::vector<v1::Person> ToPeople(const pqxx::result& rows) {
  std::vector<v1::Person> people;
  for (const auto& row : rows) people.push_back(ToPerson(row));
  return people;
}

// People as columns.
struct Columns {
  std::vector<std::string> ids, names, genders, births, organisations, titles, degrees, disciplines,
      orcids, emails, phones, sealed, hashes;

  void Add(const v1::Person& person, const SealedNumber& number) {
    ids.push_back(LastId(person.name()));
    names.push_back(person.display_name());
    genders.push_back(person.gender());
    births.push_back(std::to_string(person.birth_year()));
    organisations.push_back(LastId(person.organisation()));
    titles.push_back(person.professional_title());
    degrees.push_back(person.degree());
    disciplines.push_back(person.discipline());
    orcids.push_back(person.orcid());
    emails.push_back(person.email());
    phones.push_back(person.phone());
    sealed.push_back(Hex(number.sealed));
    hashes.push_back(Hex(number.hash));
  }
};

}  // namespace

void InsertPeople(Tx& tx, const std::vector<v1::Person>& people, const IdentityKeys& keys,
                  Instant now) {
  Columns columns;
  for (const auto& person : people) {
    columns.Add(person, SealNumber(keys, person.name(), person.identity_number()));
  }
  tx.Run(kInsertPeople, ToArray(columns.ids), ToArray(columns.names), ToArray(columns.genders),
         ToArray(columns.births), ToArray(columns.organisations), ToArray(columns.titles),
         ToArray(columns.degrees), ToArray(columns.disciplines), ToArray(columns.orcids),
         ToArray(columns.emails), ToArray(columns.phones), ToArray(columns.sealed),
         ToArray(columns.hashes), ToMicros(now));
}

std::vector<v1::Person> ReadPeople(Tx& tx, const std::vector<std::string>& ids) {
  return ToPeople(tx.Run(kReadPeople, ToArray(ids)));
}

std::optional<v1::Person> ReadPerson(Tx& tx, const std::string& id) {
  auto found = ReadPeople(tx, {id});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::optional<v1::Person> ReadPersonForUpdate(Tx& tx, const std::string& id) {
  if (tx.Run(kLockPerson, id).empty()) return std::nullopt;
  return ReadPerson(tx, id);
}

std::string ReadNumber(Tx& tx, const v1::Person& person, const IdentityKeys& keys) {
  const auto rows = tx.Run(kReadNumber, LastId(person.name()));
  return rows.empty() ? std::string() : OpenNumber(keys, person.name(), FromBytes(rows[0][0]));
}

void WritePerson(Tx& tx, const v1::Person& person) {
  tx.Run(kWritePerson, LastId(person.name()), person.display_name(), person.gender(),
         person.birth_year(), LastId(person.organisation()), person.professional_title(),
         person.degree(), person.discipline(), person.orcid(), person.email(), person.phone());
}

void WriteNumber(Tx& tx, const v1::Person& person, const IdentityKeys& keys) {
  const auto number = SealNumber(keys, person.name(), person.identity_number());
  tx.Run(kWriteNumber, LastId(person.name()), Hex(number.sealed), Hex(number.hash));
}

std::vector<AlikePerson> FindAlike(Tx& tx, const std::vector<v1::Person>& people,
                                   const IdentityKeys& keys) {
  std::vector<std::string> ids, orcids, hashes;
  for (const auto& person : people) {
    ids.push_back(LastId(person.name()));
    if (!person.orcid().empty()) orcids.push_back(person.orcid());
    const auto& number = person.identity_number();
    if (!number.empty()) hashes.push_back(Hex(SealNumber(keys, person.name(), number).hash));
  }
  std::vector<AlikePerson> alike;
  for (const auto& row : tx.Run(kFindAlike, ToArray(ids), ToArray(orcids), ToArray(hashes))) {
    alike.push_back({MakeName("people", row[0].c_str()), row[1].c_str()});
  }
  return alike;
}

std::vector<v1::Person> ListPeople(Tx& tx, const PeopleFilter& filter, const Page& page) {
  const auto units =
      filter.organisations ? std::make_optional(ToArray(*filter.organisations)) : std::nullopt;
  if (!filter.query.empty()) {
    return ToPeople(tx.Run(kSearchPeople, page.Key(0), page.Key(1), page.size + 1,
                           LikePattern(filter.query), units));
  }
  if (units) return ToPeople(tx.Run(kListUnits, page.Key(0), page.Key(1), page.size + 1, *units));
  return ToPeople(tx.Run(kListPeople, page.Key(0), page.Key(1), page.size + 1));
}

}  // namespace redpeak::identity
