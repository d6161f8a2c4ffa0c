/** Words inside the definition of a column. Data only. */
import type { Dialect } from './engines.ts';

/** What follows a column's type. */
export const AFTER_TYPE: ReadonlySet<string> = new Set(
  `not null default generated primary unique references check collate constraint identity auto_increment autoincrement
   first after comment as visible invisible storage compression using encode sparse rowguidcol persisted on key masked
   hidden encrypted with deferrable initially enforced options column_format virtual stored algorithm lock online
   restrict cascade`.split(/\s+/),
);

/** Types that bring a sequence, and so a new value for each row. */
export const SERIALS: ReadonlySet<string> = new Set(
  'serial bigserial smallserial serial2 serial4 serial8 autoincrement'.split(' '),
);

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Another value at each call. */
const VOLATILE: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  postgresql: set(`random random_normal gen_random_uuid gen_random_bytes uuid_generate_v1 uuid_generate_v1mc
    uuid_generate_v4 uuidv4 uuidv7 clock_timestamp timeofday nextval currval lastval setval txid_current
    pg_current_xact_id pg_sleep unique_rowid`),
  mysql: set('uuid uuid_short rand sleep random_bytes uuid_to_bin nextval sysdate'),
  sqlserver: set('newid newsequentialid next crypt_gen_random rand'),
  sqlite: set('random randomblob'),
  mongodb: set(''),
  generic: set(`random rand gen_random_uuid uuid uuid_generate_v4 uuid_generate_v1 newid newsequentialid sys_guid
    generate_uuid clock_timestamp nextval next rand_number uuid_string generateuuidv4 unique_rowid`),
};

/** One value for the whole statement, or for ever. */
const STEADY: ReadonlySet<string> = set(`
  now current_timestamp current_date current_time localtime localtimestamp transaction_timestamp statement_timestamp
  current_user session_user user current_setting current_schema current_database current_catalog current_role txid_snapshot
  getdate getutcdate sysdatetime sysutcdatetime sysdatetimeoffset suser_sname suser_name user_name host_name app_name
  curdate curtime utc_timestamp utc_date utc_time unix_timestamp date datetime time strftime julianday unixepoch
  cast convert try_cast coalesce nullif greatest least concat concat_ws lower upper trim ltrim rtrim md5 sha1 sha2 sha256
  to_char to_date to_timestamp to_number to_json to_jsonb to_tsvector date_trunc date_part extract make_interval make_date
  make_timestamp age array array_fill row json_build_object jsonb_build_object json_build_array jsonb_build_array
  json_object json_array json_array_append interval int4range int8range numrange tsrange tstzrange daterange point
  length char_length substring substr left right replace repeat lpad rpad reverse abs round floor ceil ceiling mod power
  sqrt sign chr ascii encode decode format quote_literal hashtext isnull ifnull iif datefromparts dateadd datediff date_add
  date_sub inet text varchar char numeric decimal timestamp timestamptz bit empty_clob empty_blob emptyarraystring`);

export function isVolatile(name: string, dialect: Dialect): boolean {
  return VOLATILE[dialect].has(name);
}

export function isSteady(name: string): boolean {
  return STEADY.has(name);
}
