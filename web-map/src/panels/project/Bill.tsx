import type { Row, Value } from '../../api/types';
import { decimals, integer } from '../../state/format';
import type { ProjectDetail } from '../../state/project';
import { findWord, t } from '../../state/words';

const known = (v: Value | undefined): v is number => typeof v === 'number' && Number.isFinite(v);

/** What it costs, item by item; a unit cost is what the data of costs say, as it comes out of the line. */
export function Bill({ one: { row, costs } }: { one: ProjectDetail }) {
    if (costs.length === 0) return null;
    const lines = [...costs].sort((a, b) => Number(b.cost_yuan ?? 0) - Number(a.cost_yuan ?? 0));
    const n = (v: Value | undefined): string => (known(v) ? integer(v) : '–');
    return (
        <section class="beside" data-part="bill">
            <h3>{t('project.bill')}</h3>
            <table class="small-table bill">
                <thead>
                    <tr>
                        <th scope="col">{t('project.item')}</th>
                        <th scope="col" class="num">
                            {t('project.low')}
                        </th>
                        <th scope="col" class="num">
                            {t('project.usual')}
                        </th>
                        <th scope="col" class="num">
                            {t('project.high')}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {lines.map((line) => (
                        <tr key={line.code} data-code={line.code}>
                            <th scope="row">
                                {costName(String(line.unit_cost))}
                                <small class="num">{quantityText(line)}</small>
                            </th>
                            <td class="num">{n(line.cost_low_yuan)}</td>
                            <td class="num strong">{n(line.cost_yuan)}</td>
                            <td class="num">{n(line.cost_high_yuan)}</td>
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t('project.sum')}</th>
                        <td class="num">{n(row.cost_low_yuan)}</td>
                        <td class="num strong">{n(row.cost_yuan)}</td>
                        <td class="num">{n(row.cost_high_yuan)}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="caption">{t('project.yuan')}</p>
        </section>
    );
}

/** '2,354 m × 17' */
function quantityText({ bill_quantity: many, quantity_unit: unit, cost_yuan: cost }: Row): string {
    if (!known(many)) return '';
    const each = known(cost) && many > 0 ? cost / many : Number.NaN;
    const name =
        (many === 1 ? findWord(`map.quantityUnitOne.${unit}`) : undefined) ??
        findWord(`map.quantityUnit.${unit}`) ??
        String(unit ?? '');
    return `${decimals(many, Number.isInteger(many) ? 0 : 1)} ${name} × ${decimals(each, each < 100 ? 1 : 0)}`;
}

/** What a unit cost is for; of wires with their cross-section, which stands in the code. */
function costName(code: string): string {
    const known = findWord(`unit_cost.${code}`);
    if (known !== undefined) return known;
    const [, what = '', mm2 = ''] = /^\w+\.(.+?)(?:_(\d+)_mm2)?$/.exec(code) ?? [];
    return findWord(`map.unitCost.${what}`, { mm2 }) ?? code;
}
