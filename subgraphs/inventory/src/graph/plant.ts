import { listPlants } from '../data/plant.query';
import type { PlantResolvers, QueryResolvers } from './__generated__/schema';
import { oneOf } from './item';

export const plant: PlantResolvers = {
  __resolveReference: (reference, { loaders }) =>
    'id' in reference ? loaders.plant.load(reference.id) : loaders.plantByCode.load(reference.code),
};

export const plantQueries: Pick<QueryResolvers, 'plant' | 'plants'> = {
  plant: (_root, { id, code }, { loaders }) => {
    const name = oneOf({ id, code });
    return name.by === 'id' ? loaders.plant.load(name.value) : loaders.plantByCode.load(name.value);
  },
  plants: (_root, _args, context) => context.read(listPlants),
};
