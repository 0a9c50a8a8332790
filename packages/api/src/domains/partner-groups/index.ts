export { moveIdsOf, namesOfGroups } from './group-moves.queries.ts';
