export const configName = 'winnow.config.yaml';
export const schemaFile = 'winnow.schema.json';
export const seedsFolder = 'problem-seeds';
/** Where a run's files go unless told otherwise. */
export const outFolder = 'winnow-out';
