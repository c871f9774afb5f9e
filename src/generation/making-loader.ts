/** Making a pattern, fetched apart. The script-file build puts another loader here, see src/script. */
export const loadMaking = () => import('./making.js');
