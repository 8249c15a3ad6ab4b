/** The one model that is asked for; its answers say whose reply was recorded, such as `winnow-offline-strong`. */
export const offlineModel = 'winnow-offline';

/** The body of `/v1/models`. */
export const modelList: unknown = {
  object: 'list',
  data: [{ id: offlineModel, object: 'model', created: 0, owned_by: 'winnow' }],
};
