import { classColumn, columnInfo, numberColumn, wantClassColumn, wantNumberColumn } from './columns';
import { classCounts, type Tally } from './counts';

const SOURCES = 'water.sources';
const STATUS = 'status';
/** Who drinks from where he is connected, and who is not there, waits for nothing. */
const NOT_WAITING: readonly string[] = ['keeps_connection', 'nobody_there'];
const GIVEN = 'assigned';

/** Who waits for a source in the chosen area, and who of them can be given one: households, and the people who live there. */
export interface Waiting {
    waiting: Tally;
    given: Tally;
}

/** The people that the assignment counts: those who live there, else those who are registered. */
export const livingThere = (): Float32Array | undefined => numberColumn(SOURCES, 'people');

export function wantAssignment(): void {
    wantClassColumn(SOURCES, STATUS);
    wantNumberColumn(SOURCES, 'people');
}

/** From the same column as the bars below it, so that the sums agree. */
export function waitingHere(): Waiting | null {
    const info = columnInfo(SOURCES, STATUS);
    const column = classColumn(SOURCES, STATUS);
    const people = livingThere();
    if (!info || !column || !people) return null;
    const counts = classCounts(SOURCES, STATUS, column, info.codes.length, people);
    const sum = (codes: readonly string[]): Tally =>
        codes.reduce(
            (all, code) => {
                const one = counts[info.codes.indexOf(code)]!;
                // Nobody of a class means that nobody's number is lacking.
                const heads = one.households === 0 ? 0 : one.people;
                return { households: all.households + one.households, people: all.people + heads };
            },
            { households: 0, people: 0 },
        );
    return {
        waiting: sum(info.codes.filter((code) => !NOT_WAITING.includes(code))),
        given: sum(info.codes.includes(GIVEN) ? [GIVEN] : []),
    };
}
