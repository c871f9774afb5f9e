/** The kept designs are drawn only for those who have some. The script-file build puts another loader here, see src/script. */
export const loadHistory = () => import('./history/history.js');
