import type { Value } from '../api/types';
import { findWord, lang, t } from './words';

const zh = (): boolean => lang() === 'zh-CN';

/** 1284 -> 1,284; both languages group by thousands. */
export function integer(n: number): string {
    return decimals(n, 0);
}

export function decimals(n: number, digits: number): string {
    if (!Number.isFinite(n)) return '–';
    const rounded = n.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return /^-0(\.0*)?$/.test(rounded) ? rounded.slice(1) : rounded;
}

/** A share of a whole; a part that is not nothing never reads 0 %, and one that is not all never reads 100 %. */
export function percent(part: number, whole: number): string {
    if (!(whole > 0)) return '–';
    const share = (100 * part) / whole;
    let text = share.toFixed(1);
    if (part > 0 && text === '0.0') text = '<0.1';
    if (part < whole && text === '100.0') text = '>99.9';
    if (part === 0) text = '0';
    if (part === whole) text = '100';
    return zh() ? `${text}%` : `${text} %`;
}

/** Metres below a kilometre, kilometres from there on. */
export function distance(m: number): string {
    return Math.abs(m) < 999.5 ? `${decimals(m, 0)} m` : `${decimals(m / 1000, Math.abs(m) < 9995 ? 2 : 1)} km`;
}

/** A number with its unit as people write it in this language. */
export function quantity(n: number, unit: string, digits?: number): string {
    switch (unit) {
        case 'm':
            return distance(n);
        case '':
            return decimals(n, digits ?? (Number.isInteger(n) ? 0 : 1));
        default: {
            const text = decimals(n, digits ?? (Number.isInteger(n) ? 0 : 1));
            const one = text === '1' ? findWord(`map.unitOne.${unit}`) : undefined;
            const name = one ?? findWord(`unit.${unit}`) ?? findWord(`map.unit.${unit}`) ?? unit;
            const joined = zh() && /^[^\x20-\x7f]/.test(name) ? '' : ' ';
            return `${text}${joined}${name}`;
        }
    }
}

export const householdsText = (n: number): string => t('count.households', { n: integer(n) });
export const peopleText = (n: number): string => t('count.people', { n: integer(n) });

/** 2026-11-23, from an ISO instant, by the clock of the reader. */
export function date(iso: string | null | undefined): string {
    if (!iso) return '–';
    const at = new Date(iso);
    if (Number.isNaN(at.getTime())) return iso.slice(0, 10);
    const two = (n: number) => String(n).padStart(2, '0');
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export function coordinates(lon: number, lat: number): string {
    const side = (v: number, positive: string, negative: string) =>
        `${Math.abs(v).toFixed(5)}° ${v < 0 ? negative : positive}`;
    return `${side(lat, 'N', 'S')}  ${side(lon, 'E', 'W')}`;
}

/** A value of a row as text: numbers by their column's decimals, absent ones as a dash. */
export function value(v: Value | undefined, unit = '', digits?: number): string {
    if (v === null || v === undefined || v === '') return '–';
    return typeof v === 'number' ? (Number.isFinite(v) ? quantity(v, unit, digits) : '–') : v;
}
