import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportStatus } from '../domain/import-job';

/** The life of one import of a file. */
@Entity({ name: 'import_job' })
export class ImportJobRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'import_job_pk' })
  id!: string;

  @Column({ type: 'text', name: 'source_system_id' })
  sourceSystemId!: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text', name: 'content_sha256' })
  contentSha256!: string;

  @Column({ type: 'text' })
  status!: ImportStatus;

  @Column({ type: 'int', name: 'expected_facts' })
  expectedFacts!: number;

  @Column({ type: 'int', nullable: true })
  facts!: number | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true, name: 'sealed_at' })
  sealedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true, name: 'dropped_at' })
  droppedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Dropped, and every subgraph that takes facts of imports has freed its keys. */
  @Column({ type: 'boolean', name: 'keys_free', default: false })
  keysFree!: boolean;

  @Column({ type: 'int' })
  version!: number;
}
