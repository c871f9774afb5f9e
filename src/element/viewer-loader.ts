/** The viewer is needed only once there is a pattern. The script-file build puts another loader here, see src/script. */
export const loadViewer = () => import('./viewing.js');
