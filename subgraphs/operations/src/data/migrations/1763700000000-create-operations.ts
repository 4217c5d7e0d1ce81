import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { protectTable } from '@sightline/kit/postgres/row-level-security';

export class CreateOperations1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...logTablesSql(),
      `CREATE TABLE heartbeat_flow (
         id text CONSTRAINT heartbeat_flow_pk PRIMARY KEY,
         source_system_id text NOT NULL,
         flow text NOT NULL,
         plant_id text,
         complete_through text,
         last_sequence text,
         closed boolean NOT NULL,
         last_heartbeat_at timestamptz,
         version int NOT NULL)`,
      ...protectTable('heartbeat_flow', null),
      // The last heartbeat of a flow that could not be believed, and how many there were.
      `CREATE TABLE heartbeat_quarantine (
         flow_id text PRIMARY KEY, heartbeat json NOT NULL, reason text NOT NULL, heartbeats bigint NOT NULL,
         last_at timestamptz NOT NULL)`,
      ...protectTable('heartbeat_quarantine', null),
      // What sources say of themselves. Version 0: locked by the first who registers it.
      `CREATE TABLE source_system (id text PRIMARY KEY, name text NOT NULL, kind text NOT NULL, version int NOT NULL)`,
      ...protectTable('source_system', null),
      `CREATE TABLE registered_flow (
         id text PRIMARY KEY, source_system_id text NOT NULL, flow text NOT NULL, plant_id text, budget_seconds int,
         version int NOT NULL)`,
      `CREATE INDEX registered_flow_source ON registered_flow (source_system_id)`,
      ...protectTable('registered_flow', null),
      `CREATE TABLE import_job (
         id text CONSTRAINT import_job_pk PRIMARY KEY,
         source_system_id text NOT NULL,
         file_name text NOT NULL,
         content_sha256 text NOT NULL,
         status text NOT NULL,
         expected_facts int NOT NULL,
         facts int,
         opened_at timestamptz NOT NULL,
         sealed_at timestamptz,
         dropped_at timestamptz,
         reason text,
         keys_free boolean NOT NULL DEFAULT false,
         version int NOT NULL)`,
      `CREATE INDEX import_job_source ON import_job (source_system_id, status)`,
      `CREATE INDEX import_job_opened ON import_job (opened_at DESC, id)`,
      ...protectTable('import_job', null),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['import_job', 'registered_flow', 'source_system', 'heartbeat_quarantine', 'heartbeat_flow'];
    for (const statement of [...tables.map((table) => `DROP TABLE ${table}`), ...dropLogTablesSql()])
      await runner.query(statement);
  }
}
