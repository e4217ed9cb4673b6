import { useSignal } from '@preact/signals';
import { Check, ChevronDown, FilePlus } from 'lucide';
import { counties, county, countyCode, loadCounty } from '../state/county';
import { area, classFilters } from '../state/filter';
import { integer } from '../state/format';
import { importing } from '../state/imports';
import { job, newCounty } from '../state/jobs';
import { close, isOpen, mapView, mode, open, selection, toggle } from '../state/view';
import { t } from '../state/words';
import { Icon } from './Icon';
import { countyName } from './names';

const CHOOSER = 'counties';

/** Forgets what belonged to the county on screen. */
function leave(): void {
    selection.value = null;
    area.value = null;
    classFilters.value = [];
    mapView.value = undefined;
    importing.value = { step: 'none' };
    close(CHOOSER);
}

export function switchCounty(code: string): void {
    leave();
    void loadCounty(code);
}

/** Opens the chooser, where a county is made. */
export const askForCounty = (): void => open(CHOOSER);

/** The county's name; it opens the list of counties and the way to a new one. */
export function CountySwitch() {
    return (
        <span class="county-menu">
            <button
                type="button"
                class="county-switch"
                aria-haspopup="true"
                aria-expanded={isOpen(CHOOSER)}
                title={t('top.counties')}
                onClick={() => toggle(CHOOSER)}
            >
                <span class="county-name">{countyName(county.value) || t('top.county')}</span>
                <Icon of={ChevronDown} size={16} />
            </button>
            {isOpen(CHOOSER) && <Chooser />}
        </span>
    );
}

function Chooser() {
    const all = counties.value ?? [];
    return (
        <section class="chooser" aria-label={t('top.counties')}>
            {all.length > 0 && <h2>{t('top.counties')}</h2>}
            <ul>
                {all.map((one) => (
                    <li key={one.code}>
                        <button
                            type="button"
                            aria-current={one.code === countyCode.value ? 'true' : undefined}
                            onClick={() => (one.code === countyCode.value ? close(CHOOSER) : switchCounty(one.code))}
                        >
                            <span class="tick">{one.code === countyCode.value && <Icon of={Check} size={16} />}</span>
                            <span class="grow">{countyName(one)}</span>
                            <span class="soft num">
                                {one.households > 0
                                    ? t('count.households', { n: integer(one.households) })
                                    : t('top.emptyCounty')}
                            </span>
                        </button>
                    </li>
                ))}
            </ul>
            <h2>
                <Icon of={FilePlus} size={16} />
                {t('begin.new')}
            </h2>
            <p class="caption">{t('begin.newHint')}</p>
            <NewCounty />
        </section>
    );
}

/** Code and name of a county of one's own; it opens where its files come in. */
export function NewCounty() {
    const code = useSignal('');
    const name = useSignal('');
    const make = async (event: Event) => {
        event.preventDefault();
        if (!(await newCounty(code.value.trim(), name.value.trim(), undefined))) return;
        leave();
        mode.value = 'data';
    };
    return (
        <form class="new-county" onSubmit={make}>
            <label>
                {t('begin.code')}
                <input
                    required
                    pattern="[0-9A-Za-z_\-]{1,20}"
                    inputMode="numeric"
                    placeholder="511824"
                    value={code.value}
                    onInput={(event) => (code.value = event.currentTarget.value)}
                />
            </label>
            <label>
                {t('begin.name')}
                <input required value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} />
            </label>
            <button type="submit" class="primary" disabled={job.value !== null}>
                {t('begin.make')}
            </button>
        </form>
    );
}
