// Written by `npm run schema` from the migrated database; a test compares. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

export interface Schema {
  account: {
    city: number;
    id: string;
    login: string;
    name: string;
    password_hash: string;
    created_at: Generated<Date>;
    disabled_at: Date | null;
  };
  calendar_amendment: {
    city: number;
    day: string;
    version: number;
    working: boolean;
    reason: string;
    seat: string | null;
    at: Generated<Date>;
  };
  city: {
    city: number;
    name: string;
    name_en: Generated<string>;
    created_at: Generated<Date>;
  };
  file: {
    city: number;
    id: string;
    name: string;
    media_type: string;
    size: number;
    sha256: Buffer;
    uploaded_by: string | null;
    created_at: Generated<Date>;
  };
  login: {
    login: string;
    city: number;
    account: string;
  };
  migration: {
    name: string;
    checksum: string;
    applied_at: Generated<Date>;
  };
  session: {
    city: number;
    token_hash: Buffer;
    account: string;
    seat: string | null;
    created_at: Date;
    seen_at: Date;
    expires_at: Date;
    address: Generated<string>;
    agent: Generated<string>;
  };
  sign_in_attempt: {
    id: GeneratedAlways<number>;
    login: string;
    address: string;
    at: Date;
  };
}
