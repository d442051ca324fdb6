-- Organisations, people, their accounts, roles and sessions.
-- Part of a name is found by trigrams; in locale C they know ASCII letters only, so the database is C.UTF-8.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA base;

CREATE TABLE identity.organisations (
  id text COLLATE "C" PRIMARY KEY,
  display_name text COLLATE "C" NOT NULL CHECK (display_name <> ''),
  uscc text COLLATE "C" CHECK (uscc <> ''),
  uscc_exception text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('association', 'university', 'institute', 'hospital', 'company',
                                     'society', 'other')),
  region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  -- An import may name one that comes later in the file.
  recommender text COLLATE "C" CHECK (recommender <> id)
    REFERENCES identity.organisations DEFERRABLE INITIALLY DEFERRED,
  created_at timestamptz NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT organisations_display_name_key UNIQUE (display_name),
  CONSTRAINT organisations_uscc_key UNIQUE (uscc)
);
CREATE INDEX organisations_by_name ON identity.organisations (display_name, id);
CREATE INDEX organisations_by_part_of_name ON identity.organisations
  USING gin (display_name base.gin_trgm_ops);
CREATE INDEX organisations_by_recommender ON identity.organisations (recommender);

CREATE TABLE identity.people (
  id text COLLATE "C" PRIMARY KEY,
  display_name text COLLATE "C" NOT NULL CHECK (display_name <> ''),
  gender text NOT NULL DEFAULT '' CHECK (gender IN ('', '男', '女')),
  birth_year integer NOT NULL DEFAULT 0,  -- 0: not known
  organisation text COLLATE "C" REFERENCES identity.organisations,  -- none: the first administrator
  professional_title text NOT NULL DEFAULT ''
    CHECK (professional_title IN ('', '正高级', '副高级', '中级', '初级')),
  degree text NOT NULL DEFAULT '',
  discipline text COLLATE "C" NOT NULL DEFAULT '' CHECK (discipline ~ '^([0-9]{3}([0-9]{2}){0,2})?$'),
  orcid text COLLATE "C" CHECK (orcid <> ''),
  email text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  identity_sealed bytea,  -- AES-256-GCM, bound to the row's id
  identity_hash bytea,    -- HMAC-SHA-256: finds duplicates, tells nothing
  created_at timestamptz NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT people_orcid_key UNIQUE (orcid),
  CONSTRAINT people_identity_hash_key UNIQUE (identity_hash),
  CHECK ((identity_sealed IS NULL) = (identity_hash IS NULL))
);
CREATE INDEX people_by_name ON identity.people (display_name, id);
CREATE INDEX people_by_organisation ON identity.people (organisation, display_name, id);
CREATE INDEX people_by_part_of_name ON identity.people USING gin (display_name base.gin_trgm_ops);

CREATE TABLE identity.accounts (
  id text COLLATE "C" PRIMARY KEY,
  login text COLLATE "C" NOT NULL CHECK (login <> '' AND login = lower(login)),
  person text COLLATE "C" NOT NULL REFERENCES identity.people,
  state text NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED')),
  password_hash text,  -- Argon2id; none before the first link was used
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  created_at timestamptz NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT accounts_login_key UNIQUE (login),
  CONSTRAINT accounts_person_key UNIQUE (person),
  CHECK (state <> 'ACTIVE' OR password_hash IS NOT NULL)
);
CREATE INDEX accounts_by_part_of_login ON identity.accounts USING gin (login base.gin_trgm_ops);

CREATE TABLE identity.grants (
  account text COLLATE "C" NOT NULL REFERENCES identity.accounts,
  role text COLLATE "C" NOT NULL
    CHECK (role IN ('RESEARCHER', 'UNIT_OFFICER', 'EXPERT', 'PROGRAMME_OFFICER', 'APPROVER', 'AUDITOR',
                    'ADMINISTRATOR')),
  scope text COLLATE "C" NOT NULL,  -- empty: everywhere
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (account, role, scope)
);
CREATE INDEX grants_by_role ON identity.grants (role, account);

-- Accounts as the API tells of them.
CREATE VIEW identity.account_resources AS
  SELECT account.id, account.login, person.id AS person, person.display_name, account.state,
         account.language, base.micros(account.created_at) AS created_at, account.version,
         (SELECT array_agg(role || ' ' || scope ORDER BY role, scope)
            FROM identity.grants
           WHERE grants.account = account.id) AS grants
    FROM identity.accounts AS account
    JOIN identity.people AS person ON person.id = account.person;

CREATE TABLE identity.sessions (
  id text COLLATE "C" PRIMARY KEY,
  account text COLLATE "C" NOT NULL REFERENCES identity.accounts,
  token_sha256 bytea NOT NULL CHECK (octet_length(token_sha256) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  peer text NOT NULL,
  client text NOT NULL,
  CONSTRAINT sessions_token_sha256_key UNIQUE (token_sha256)
);
CREATE INDEX sessions_by_account ON identity.sessions (account, id);

-- One-time links. A newer one of the same purpose takes the older one's place.
CREATE TABLE identity.links (
  account text COLLATE "C" NOT NULL REFERENCES identity.accounts,
  purpose text NOT NULL CHECK (purpose IN ('ACTIVATION', 'RECOVERY')),
  token_sha256 bytea NOT NULL CHECK (octet_length(token_sha256) = 32),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (account, purpose),
  CONSTRAINT links_token_sha256_key UNIQUE (token_sha256)
);

-- Tries that are counted: failed sign-ins of a login or from an address, mails that the public asked for.
CREATE TABLE identity.tries (
  subject bytea PRIMARY KEY,  -- a digest, since what is typed for a login may be a password
  count integer NOT NULL CHECK (count > 0),
  last_at timestamptz NOT NULL
);
CREATE INDEX tries_by_time ON identity.tries (last_at);
