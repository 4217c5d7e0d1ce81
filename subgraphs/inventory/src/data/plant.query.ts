import type { EntityManager } from 'typeorm';
import type { PlantRow } from './plant.entity';

const COLUMNS = `id, code, name, time_zone AS "timeZone"`;

export type ShownPlant = Omit<PlantRow, 'version'>;

export const plantsByIds = (manager: EntityManager, ids: readonly string[]): Promise<ShownPlant[]> =>
  manager.query(`SELECT ${COLUMNS} FROM plant WHERE id = ANY($1)`, [ids]);

export const plantsByCodes = (manager: EntityManager, codes: readonly string[]): Promise<ShownPlant[]> =>
  manager.query(`SELECT ${COLUMNS} FROM plant WHERE code = ANY($1)`, [codes]);

/** Every plant, by code: a company has hundreds of them, not thousands. */
export const listPlants = (manager: EntityManager): Promise<ShownPlant[]> =>
  manager.query(`SELECT ${COLUMNS} FROM plant ORDER BY code`);
