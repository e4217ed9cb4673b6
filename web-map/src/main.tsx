import { batch, effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { LANGS, type Lang } from './api/words';
import { createMap } from './map/map';
import { LAYERS } from './map/layers';
import { App } from './panels/App';
import { countyName } from './panels/names';
import './panels/styles.css';
import { columnInfo, wantAttribute, wantClassColumn } from './state/columns';
import { api, counties, countyCode, detail, loadCounties, loadCounty } from './state/county';
import { area, classFilters } from './state/filter';
import { followFeature, followSelection } from './state/household';
import { takeUpRunning } from './state/jobs';
import { chosen, layerList, linesBy, opacity } from './state/layers';
import { COMMITTEE, verdictColouring } from './state/measure';
import { analysisOf, NEEDS } from './state/needs';
import { followProject } from './state/project';
import { followServiceArea } from './state/serviceArea';
import { sort } from './state/table';
import { followTransformerArea } from './state/transformerArea';
import { followTrial } from './state/trial';
import { decodeLink, encodeLink, type LinkState } from './state/url';
import {
    closeTop,
    type Colouring,
    colouring,
    crop,
    mapView,
    measure,
    legendOpen,
    linesOpen,
    type Mode,
    mode,
    narrow,
    phoneSheet,
    selection,
    showPlace,
    tableOf,
    tableOpen,
    theme,
} from './state/view';
import { lang, setLang } from './state/words';

const STORE = 'terrace';
/** What colours the households where a question begins: the verdict, and of voltage the volts themselves. */
const BEGINS_WITH: Readonly<Partial<Record<Mode, Colouring>>> = {
    roads: { analysis: 'road.access', column: 'verdict' },
    water: { analysis: 'water.access', column: 'verdict' },
    power: { analysis: 'power.voltage', column: 'voltage_band' },
};
const remembered = (): { lang?: Lang; theme?: 'light' | 'dark' } => {
    try {
        return JSON.parse(localStorage.getItem(STORE) ?? '{}');
    } catch {
        return {};
    }
};

function browserLang(): Lang {
    return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Puts a link's state on the screen. */
async function apply(link: LinkState, first: boolean): Promise<void> {
    const wanted = link.lang ?? remembered().lang ?? browserLang();
    if (first || wanted !== lang()) await setLang(LANGS.includes(wanted) ? wanted : 'en');
    batch(() => {
        theme.value =
            link.theme ?? remembered().theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
        mode.value = link.mode;
        measure.value = link.measure;
        const question = BEGINS_WITH[link.mode];
        if (link.colouring) colouring.value = link.colouring;
        else if (first && link.measure === 'committee' && (!question || link.mode === 'roads'))
            colouring.value = { analysis: COMMITTEE, column: 'verdict' };
        else if (first && question) colouring.value = question;
        crop.value = link.crop;
        chosen.value = link.layers;
        opacity.value = link.opacity;
        linesBy.value = link.lines;
        classFilters.value = link.filters;
        selection.value = link.selection;
        tableOpen.value = link.table;
        tableOf.value = link.list;
        if (link.sort) sort.value = link.sort;
        if (first) mapView.value = link.view;
    });
    if (link.county && link.county !== countyCode.peek()) void loadCounty(link.county);
    area.value = link.area;
    if (!first && link.view) showPlace.value = { view: link.view };
}

const now = (): LinkState => ({
    county: countyCode.value,
    mode: mode.value,
    view: mapView.value,
    lang: lang(),
    theme: theme.value,
    measure: measure.value,
    colouring: colouring.value,
    crop: crop.value,
    layers: chosen.value,
    lines: linesBy.value,
    opacity: opacity.value,
    area: area.value,
    filters: classFilters.value,
    selection: selection.value,
    table: tableOpen.value,
    list: tableOf.value,
    sort: tableOpen.value && sort.value !== 'code' ? sort.value : null,
});

/** Moving the map rewrites the address; everything else makes a step that Back undoes. */
function keepAddress(): void {
    let step = '';
    effect(() => {
        const state = now();
        if (!state.county) return;
        const address = encodeLink(state);
        const where = encodeLink({ ...state, view: undefined });
        if (address === location.hash) {
            step = where;
            return;
        }
        if (where === step || step === '') history.replaceState(null, '', address);
        else history.pushState(null, '', address);
        step = where;
    });
    addEventListener('popstate', () => {
        const link = decodeLink(location.hash);
        step = encodeLink({ ...link, view: undefined });
        void apply(link, false);
    });
    addEventListener('hashchange', () => {
        if (location.hash !== encodeLink(untracked(now))) void apply(decodeLink(location.hash), false);
    });
}

/** The question of a screen is answered on the map too: its households and its layers. */
function followMode(): void {
    let last = mode.peek();
    effect(() => {
        const to = mode.value;
        if (to === last) return;
        last = to;
        const question = BEGINS_WITH[to];
        if (to === 'roads') colouring.value = untracked(() => verdictColouring('road'));
        else if (question) colouring.value = question;
        const shown = colouring.peek().analysis;
        if (to === 'overview' && shown !== COMMITTEE && !NEEDS.some((need) => need.analysis === shown))
            colouring.value = untracked(() => verdictColouring('road'));
    });
    // Results of an older version lack the class: their verdict stands in for it.
    effect(() => {
        const { analysis, column } = colouring.value;
        if (!detail.value || column === 'verdict' || columnInfo(analysis, column)) return;
        if (columnInfo(analysis, 'verdict')) colouring.value = { analysis, column: 'verdict' };
    });
    effect(() => {
        const chosenCrop = crop.value;
        const column = `class_${chosenCrop}`;
        const has = detail.value?.analyses.some(
            (a) =>
                a.id === 'crop.suitability' &&
                a.tables.some((x) => x.id === 'household' && x.columns.some((c) => c.id === column)),
        );
        if (mode.value === 'crops' && chosenCrop && has) colouring.value = { analysis: 'crop.suitability', column };
    });
}

async function start(root: HTMLElement): Promise<void> {
    const link = decodeLink(location.hash);
    layerList.value = LAYERS;
    const width = matchMedia('(max-width: 767px)');
    const fit = () => {
        narrow.value = width.matches;
    };
    width.addEventListener('change', fit);
    fit();
    legendOpen.value = !narrow.value;
    linesOpen.value = innerWidth >= 1280 && innerHeight >= 800;
    await apply(link, true);
    effect(() => {
        document.documentElement.dataset.theme = theme.value;
        document.documentElement.lang = lang();
        document.title = detail.value ? `${countyName(detail.value)} · Terrace` : 'Terrace';
        try {
            localStorage.setItem(STORE, JSON.stringify({ lang: lang(), theme: theme.value }));
        } catch {
            // A browser that keeps nothing still shows everything.
        }
    });
    render(<App mount={createMap} />, root);
    followSelection();
    followFeature();
    followServiceArea();
    followTransformerArea();
    followProject();
    followTrial();
    followMode();
    keepAddress();
    // A table in half of a phone shows its heads and no row.
    effect(() => {
        if (tableOpen.value && narrow.value) phoneSheet.value = 'full';
    });
    effect(() => {
        if (selection.value && narrow.value && phoneSheet.peek() === 'peek') phoneSheet.value = 'half';
    });
    // What every screen counts by.
    effect(() => {
        if (!api.value) return;
        untracked(() => {
            void takeUpRunning(Date.now);
            for (const need of NEEDS) wantClassColumn(analysisOf(need.id), 'verdict');
            wantAttribute('house_status');
            wantAttribute('people_registered');
            for (const f of classFilters.value) wantClassColumn(f.analysis, f.column);
        });
    });
    addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && closeTop()) event.preventDefault();
    });
    await loadCounties();
    const code = link.county ?? counties.value?.[0]?.code;
    if (code) await loadCounty(code);
}

const root = document.getElementById('app');
if (root) void start(root);
