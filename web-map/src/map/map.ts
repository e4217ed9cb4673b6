import { effect, untracked } from '@preact/signals';
import { canvas, control, LatLngBounds, type LeafletMouseEvent, Map as LeafletMap, TileLayer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { areaBox } from '../state/bounds';
import { classColumn, columnInfo, wantClassColumn } from '../state/columns';
import { api, detail, householdUnits, positions, schemes, units } from '../state/county';
import { villageCounts } from '../state/counts';
import { stacks } from '../state/stacks';
import { area, mask } from '../state/filter';
import {
    here,
    household,
    hoveredPlace,
    islandShape,
    pickedFeature,
    watchedWay,
    positionOf,
    rowOf,
    selectRow,
} from '../state/household';
import { fieldShown, isOn, type LayerInfo, lineClass, opacity, opacityOf, resultLayers } from '../state/layers';
import { featureOf } from '../state/features';
import { quantity } from '../state/format';
import { findPlaced, modeOf } from '../state/results';
import { isProject, project, tanksOf } from '../state/project';
import { serviceArea } from '../state/serviceArea';
import { added, editOf, isNewCode, trialExplanation, trialKind, triedFeatures, tryEdit } from '../state/trial';
import { isPlacing, placeTransformer, selectNew } from '../state/placing';
import { transformerArea } from '../state/transformerArea';
import {
    colouring,
    crop,
    hovered,
    legendOpen,
    mapView,
    mode,
    narrow,
    pointer,
    selection,
    showPlace,
    tableOpen,
    theme,
    type MapView,
} from '../state/view';
import { wayCursor } from '../state/way';
import { t } from '../state/words';
import { type Classes, FeatureLayer } from './FeatureLayer';
import { showField } from './FieldLayer';
import { HouseholdLayer } from './HouseholdLayer';
import { LabelLayer } from './LabelLayer';
import { NewWorksLayer } from './NewWorksLayer';
import { layerOfRows, LAYERS, type MapLayer } from './layers';
import { PointIndex } from './points/PointIndex';
import { fitBeside } from './fit';
import { SelectionLayer } from './SelectionLayer';
import { ServiceLayer } from './ServiceLayer';
import { StackLayer } from './StackLayer';
import { STEP_M, WorksHandle } from './WorksHandle';

const PANES = ['fields', 'areas', 'lines', 'points', 'households', 'spokes', 'marks', 'labels', 'selection'];
/** Questions that draw what a household's answer rests on; the others draw all of it. */
const OWN_WAYS: readonly string[] = ['roads', 'water', 'power'];
const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
const coarse = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Puts the map into an element and keeps it in step with the state. @return ends it */
export function createMap(element: HTMLElement): () => void {
    const start = mapView.peek();
    const map = new LeafletMap(element, {
        attributionControl: false,
        zoomControl: false,
        minZoom: 6,
        maxZoom: 18,
        center: start ? [start.lat, start.lon] : [29.2, 102.3],
        zoom: start?.zoom ?? 11,
        zoomAnimation: !still(),
        fadeAnimation: false,
        markerZoomAnimation: !still(),
        inertia: !still(),
        keyboard: true,
    });
    PANES.forEach((name, i) => {
        const pane = map.createPane(name);
        pane.style.zIndex = String(300 + i * 20);
        if (name !== 'labels') pane.style.pointerEvents = 'none';
    });
    const zoomButtons = control.zoom({ position: 'bottomright' }).addTo(map);
    control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(map);
    const renderers = {
        areas: canvas({ pane: 'areas', tolerance: 4 }),
        lines: canvas({ pane: 'lines', tolerance: 6 }),
        points: canvas({ pane: 'points', tolerance: 6 }),
        marks: canvas({ pane: 'marks', tolerance: 4 }),
    };
    const points = new HouseholdLayer();
    const selected = new SelectionLayer(map);
    let index: PointIndex | undefined;
    let indexed: unknown;
    const ends: (() => void)[] = [];
    const dark = (): boolean => theme.value === 'dark';
    const follow = (what: () => void | (() => void)): void => {
        ends.push(effect(what));
    };

    // Where the map is. A view that was restored holds until somebody moves the map, whatever opens and closes beside it meanwhile.
    let restored: MapView | undefined;
    function restore(view: MapView): void {
        map.stop();
        map.setView([view.lat, view.lon], view.zoom, { animate: false });
        restored = view;
    }
    const moved = (): void => void (restored = undefined);
    for (const event of ['pointerdown', 'wheel', 'keydown'] as const)
        element.addEventListener(event, moved, { passive: true });
    let placed = start !== undefined;
    map.on('moveend', () => {
        if (!placed) return;
        const c = map.getCenter();
        // The map rounds its middle to a pixel when its size changes; the address keeps what was restored.
        mapView.value = restored ?? { zoom: map.getZoom(), lat: c.lat, lon: c.lng };
    });
    follow(() => {
        const place = showPlace.value;
        if (!place) return;
        const animate = placed && !still();
        placed = true;
        restored = undefined;
        map.invalidateSize({ pan: false, animate: false });
        if ('view' in place) restore(place.view);
        else if ('bbox' in place) {
            const [w, s, e, n] = place.bbox;
            // What is selected stands beside the legend; its sheet makes the map narrow, but no phone.
            const beside = selection.peek() !== null && !narrow.peek();
            const wide = element.clientWidth > (beside ? 480 : 900);
            fitBeside(map, new LatLngBounds([s, w], [n, e]), {
                legend: legendOpen.peek() && !tableOpen.peek() && wide,
                names: wide && !beside,
                belowPx: narrow.peek() ? Math.round(element.clientHeight * 0.42) : 24,
                animate,
            });
        } else {
            map.setView(
                [place.lat, place.lon],
                Math.max(
                    place.zoom ?? map.getZoom(),
                    untracked(() => map.getZoom()),
                ),
                { animate, duration: 0.2 },
            );
        }
    });
    const size = new ResizeObserver(() => {
        // What is at the top left stays there when a sheet opens; a map that had no size yet is centred instead.
        const had = map.getSize();
        map.invalidateSize({ pan: had.x === 0 || had.y === 0, animate: false });
        if (restored) restore(restored);
        else keepInSight();
    });
    size.observe(element);
    ends.push(() => size.disconnect());

    // The base: hillshade and contours of the county's own elevation model.
    let base: TileLayer | undefined;
    follow(() => {
        const from = api.value;
        const address = from?.baseTiles(theme.value);
        base?.remove();
        base = undefined;
        if (address)
            base = new TileLayer(address, {
                className: 'base',
                updateWhenZooming: false,
                maxNativeZoom: 17,
                maxZoom: 18,
            })
                .on('load', () => element.classList.remove('zooming'))
                .addTo(map);
    });

    // While tiles of another zoom are stretched, the heights written on them would shout.
    const stretched = (): void => void element.classList.add('zooming');
    map.on('zoomstart', stretched);
    map.on('zoomend', () => setTimeout(() => element.classList.remove('zooming'), 1500));

    // Households.
    const on = (layer: MapLayer): boolean => isOn(layer, mode.value);
    const households = LAYERS.find((layer) => layer.source.kind === 'households')!;
    let drawnCount = 0;
    follow(() => {
        const where = positions.value;
        const { analysis, column } = colouring.value;
        wantClassColumn(analysis, column);
        const info = columnInfo(analysis, column);
        const classes = classColumn(analysis, column);
        if (!where || !info || !classes || !on(households)) {
            if (!where || !on(households)) points.remove();
            return;
        }
        if (indexed !== where) {
            const from = performance.now();
            index = new PointIndex(where.lon, where.lat);
            indexed = where;
            performance.measure('terrace:index', { start: from, end: performance.now() });
        }
        const scheme = schemes.value[info.scheme] ?? [];
        points.setOpacity(opacity.value.households ?? 1);
        const from = performance.now();
        points.draw({
            index: index!,
            classes,
            mask: mask.value,
            scheme,
            paper: dark() ? '#1c1a18' : '#ffffff',
            dark: dark(),
        });
        if (!map.hasLayer(points)) {
            points.addTo(map);
            performance.measure('terrace:first-draw', { start: from, end: performance.now() });
        }
        drawnCount++;
        element.dataset.drawn = `${drawnCount}`;
        element.dataset.colouring = `${analysis}:${column}`;
    });

    // Households that lie on one another, with how many they are.
    const piles = new StackLayer(map);
    const pile = () => piles.show(untracked(() => on(households)) ? stacks.peek() : []);
    map.on('moveend', pile);
    follow(() => piles.show(on(households) ? stacks.value : []));

    // Lines, areas, marks.
    const featureLayers = new Map<string, { layer: MapLayer; drawn: FeatureLayer }>();
    /** @return takes the layer off again */
    function addFeatures(layer: MapLayer): () => void {
        const source = layer.source;
        if (source.kind !== 'features') return () => undefined;
        const classes = (): Classes | undefined => {
            const chosenClass = lineClass(layer);
            // What is on trial shows as it would be.
            const tried = triedFeatures(source.layer);
            if (chosenClass)
                return {
                    column: chosenClass.column,
                    entries: schemes.value[chosenClass.scheme] ?? [],
                    ...(tried ? { tried: (code: string) => tried(code)?.[chosenClass.column] } : {}),
                };
            return layer.scheme && source.column
                ? { column: source.column, entries: schemes.value[layer.scheme] ?? [] }
                : undefined;
        };
        const drawn = new FeatureLayer(layer, map, renderers[source.pane], () =>
            untracked(() => ({ dark: dark(), opacity: opacityOf(layer), classes: classes() })),
        );
        featureLayers.set(layer.id, { layer, drawn });
        const update = () => {
            const from = api.peek();
            if (from) drawn.show(from, untracked(() => on(layer)) && has(layer));
        };
        map.on('moveend', update);
        const stops = [
            effect(() => {
                const from = api.value;
                void detail.value;
                if (from) drawn.show(from, on(layer) && has(layer));
            }),
            effect(() => {
                void theme.value;
                void opacity.value[layer.id];
                void classes();
                drawn.redraw();
            }),
        ];
        return () => {
            for (const stop of stops) stop();
            map.off('moveend', update);
            drawn.remove();
            featureLayers.delete(layer.id);
        };
    }
    for (const layer of LAYERS) ends.push(addFeatures(layer));

    // Places and rasters that results bring along: made anew when the results change.
    follow(() => {
        const stops = resultLayers.value.map((info) =>
            untracked(() =>
                info.points ? addFeatures(layerOfRows({ ...info, points: info.points })) : addNumbers(info),
            ),
        );
        return () => {
            for (const stop of stops) stop();
        };
    });
    function addNumbers(info: LayerInfo): () => void {
        return showField(map, info, () =>
            info.numbers ? { analysis: info.numbers.analysis, field: info.numbers.field.id } : undefined,
        );
    }

    // Names.
    for (const layer of LAYERS) {
        const source = layer.source;
        if (source.kind !== 'labels') continue;
        const labels = new LabelLayer(map, source.level, layer.minZoom, (label, event) => {
            // Where the question is what grows, a name is a place like any other.
            if (mode.peek() === 'crops') return ask(map.mouseEventToLatLng(event.originalEvent));
            const all = source.level === 'village' ? units.peek()?.villages : units.peek()?.groups;
            const unit = all?.find((u) => u.lon === label.lon && u.lat === label.lat && u.name === label.name);
            if (unit && source.level === 'village') area.value = unit.code;
        });
        const update = () => labels.show(untracked(() => on(layer)));
        map.on('moveend', update);
        follow(() => {
            const all = source.level === 'village' ? units.value?.villages : units.value?.groups;
            const counts = source.level === 'village' ? villageCounts.value?.areas : undefined;
            labels.set(
                (all ?? []).flatMap((u, i) =>
                    u.lon === undefined || u.lat === undefined || u.lon === null || u.lat === null
                        ? []
                        : [{ name: u.name, lon: u.lon, lat: u.lat, weight: counts?.[i]?.total.households ?? 0 }],
                ),
            );
            labels.show(on(layer));
        });
    }

    // Fields of classes.
    for (const layer of LAYERS) {
        const source = layer.source;
        if (source.kind !== 'field') continue;
        ends.push(
            showField(map, layer, () => {
                const field =
                    source.field === 'suitability' ? (crop.value ? `suitability_${crop.value}` : null) : source.field;
                const owner = detail.value?.analyses.find(
                    (a) => a.state === 'ready' && a.fields.some((f) => f.id === field),
                );
                return field && owner ? { analysis: owner.id, field } : undefined;
            }),
        );
    }

    // What is selected.
    follow(() => {
        const what = selection.value;
        const night = dark();
        const nothing = { at: null, links: [], drawings: [], ways: [], kinds: [], feature: null };
        if (!what) return selected.draw(nothing, night);
        if (what.kind === 'point') return selected.draw({ ...nothing, at: what }, night);
        const planned = what.kind === 'feature' && isProject(what.layer) ? project.value : null;
        if (planned && what.kind === 'feature' && planned.code === what.code) {
            const { drawing } = planned.explanation;
            return selected.draw(
                {
                    ...nothing,
                    drawings: drawing ? [{ analysis: planned.analysis, geometry: drawing as GeoJSON.Geometry }] : [],
                    sites: planned.layer === 'water_project' ? tanksOf(planned.row, planned.parts) : [],
                    gains: planned.gains.flatMap((gain) => positionOf(rowOf(gain.from)) ?? []),
                },
                night,
            );
        }
        if (what.kind === 'feature') {
            const picked = pickedFeature.value;
            return selected.draw(
                {
                    ...nothing,
                    feature: picked?.feature.properties?.code === what.code ? picked.feature : null,
                    parts: islandShape.value,
                    ways: [watchedWay.value],
                    kinds: schemes.value.way ?? [],
                },
                night,
            );
        }
        const one = household.value?.code === what.code ? household.value : null;
        // Under a question that has ways of its own, those of the others would be in the way.
        const belongs = (analysis: string): boolean =>
            OWN_WAYS.includes(mode.value) ? modeOf(analysis) === mode.value : modeOf(analysis) !== undefined;
        const at = one?.position ?? positionOf(rowOf(what.code));
        const wayOf = (analysis: string): boolean =>
            one?.results.some((r) => r.analysis === analysis && (r.explanation?.way.length ?? 0) > 0) === true;
        return selected.draw(
            {
                at,
                links: (one?.links ?? []).flatMap((l) =>
                    l.geometry && belongs(l.analysis)
                        ? [{ analysis: l.analysis, geometry: l.geometry, hasWay: wayOf(l.analysis) }]
                        : [],
                ),
                drawings: (one?.results ?? []).flatMap((r) =>
                    belongs(r.analysis) && r.explanation?.drawing && r.explanation.way.length === 0
                        ? [{ analysis: r.analysis, geometry: r.explanation.drawing }]
                        : [],
                ),
                ways: (one?.results ?? []).flatMap((r) => {
                    const tried = trialKind.value?.analysis === r.analysis ? trialExplanation(what.code) : undefined;
                    const told = tried ?? r.explanation;
                    return belongs(r.analysis) && told ? [told.way] : [];
                }),
                kinds: schemes.value.way ?? [],
                feature: null,
            },
            night,
        );
    });
    follow(() => selected.hoverAt(wayCursor.value ?? hoveredPlace.value ?? positionOf(hovered.value), dark()));

    // A works with its households, and the handle that moves it on trial.
    const service = new ServiceLayer(map);
    follow(() => {
        const area = serviceArea.value;
        const fed = transformerArea.value;
        const what = selection.value;
        if (fed && what?.kind === 'feature' && what.layer === 'power_facility' && what.code === fed.code) {
            const doors = fed.members.flatMap((one) => positionOf(rowOf(one.code)) ?? []);
            return service.draw(
                placeOfWorks('power_facility', fed.code),
                doors.map((there) => ({ ...there, tie: 'wired' as const })),
                dark(),
            );
        }
        const at =
            area && what?.kind === 'feature' && what.code === area.code
                ? placeOfWorks('water_facility', area.code)
                : null;
        service.draw(
            at,
            (area?.members ?? []).flatMap((one) => {
                const there = positionOf(rowOf(one.code));
                // Who drinks there already is not drawn once more as somebody who could.
                const tie = (['fed', 'drinks', 'assigned'] as const).find((t) => one.ties.includes(t));
                return there && tie ? [{ ...there, tie }] : [];
            }),
            dark(),
        );
    });
    const handle = new WorksHandle(map, (code, { lat, lng }) => {
        const from = api.peek();
        // Its height follows the ground; where that is not known the height on record stays.
        void from?.point(lng, lat).then(
            (ground) => tryMove(code, lng, lat, ground.altitudeM),
            () => tryMove(code, lng, lat, null),
        );
    });
    const tryMove = (code: string, lon: number, lat: number, elevation: number | null): void =>
        tryEdit({
            layer: 'water_facility',
            code,
            lon,
            lat,
            ...(elevation === null ? {} : { attributes: { elevation_m: Math.round(elevation * 10) / 10 } }),
        });
    function placeOfWorks(
        layer: 'water_facility' | 'power_facility',
        code: string,
    ): { lon: number; lat: number } | null {
        const edit = editOf(layer, code);
        if (edit?.lon != null && edit.lat != null) return { lon: edit.lon, lat: edit.lat };
        const picked = pickedFeature.value?.feature;
        if (picked?.properties?.code !== code || picked.geometry.type !== 'Point') return null;
        const [lon, lat] = picked.geometry.coordinates;
        return { lon: lon!, lat: lat! };
    }
    follow(() => {
        const what = selection.value;
        const at =
            what?.kind === 'feature' && what.layer === 'water_facility'
                ? placeOfWorks('water_facility', what.code)
                : null;
        const label = t('trial.handle', { m: quantity(STEP_M, 'm') });
        if (at && what?.kind === 'feature' && mode.value === 'water') handle.show(what.code, at, label);
        else handle.hide();
    });

    // Transformers that stand only for the trial, and the mark by which one is placed without a pointer.
    const news = new NewWorksLayer(map, (code, { lat, lng }) => selectNew(code, lng, lat));
    const moveNew = new WorksHandle(map, (code, { lat, lng }) => {
        tryEdit({ layer: 'power_facility', code, lon: lng, lat });
        selectNew(code, lng, lat);
    });
    const placeMark = new WorksHandle(map, (_, { lat, lng }) => placeTransformer(lng, lat));
    follow(() => {
        const what = selection.value;
        const chosen = what?.kind === 'feature' && isNewCode(what.code) ? what.code : null;
        const all = added.value.flatMap(({ code, lon, lat }) =>
            lon == null || lat == null ? [] : [{ code, lon, lat }],
        );
        news.show(
            all.filter((one) => one.code !== chosen),
            t('power.newTransformer'),
        );
        const own = all.find((one) => one.code === chosen);
        if (own) moveNew.show(own.code, own, t('power.newHandle', { m: quantity(STEP_M, 'm') }));
        else moveNew.hide();
    });
    follow(() => {
        if (!isPlacing()) return placeMark.hide();
        const c = map.getCenter();
        const at = { lon: c.lng, lat: c.lat };
        placeMark.show('placing', at, t('power.placeHandle', { m: quantity(STEP_M, 'm') }));
        placeMark.focus();
    });

    // A link that selects a line or works: its shape is fetched with the layer; it is picked as soon as it is there.
    follow(() => {
        const what = selection.value;
        const from = api.value;
        if (what?.kind !== 'feature' || !from || pickedFeature.peek()?.feature.properties?.code === what.code) return;
        // A link to what stood only for a trial leads nowhere: the trial was not saved.
        if (isNewCode(what.code)) return void (selection.value = null);
        const placed = findPlaced(what.layer);
        if (placed) {
            void from.points(placed.analysis, placed.table.id).then(
                (all) => {
                    const feature = all.features.find((f) => f.properties?.code === what.code);
                    if (feature && selection.peek() === what) pickedFeature.value = { layer: what.layer, feature };
                },
                () => undefined,
            );
            return;
        }
        void featureOf(from, what.layer, what.code).then(
            (feature) => {
                if (feature && selection.peek() === what) pickedFeature.value = { layer: what.layer, feature };
            },
            () => undefined,
        );
    });

    // What is selected must be seen: a sheet that opens may cover it.
    function keepInSight(): void {
        const what = selection.peek();
        const picked = what?.kind === 'feature' ? pickedFeature.peek()?.feature.geometry : undefined;
        const [lon, lat] = picked?.type === 'Point' ? picked.coordinates : [];
        const mark = lon === undefined || lat === undefined ? null : { lon, lat };
        const at = what?.kind === 'household' ? positionOf(rowOf(what.code)) : what?.kind === 'point' ? what : mark;
        if (at && placed && !restored && !map.getBounds().contains([at.lat, at.lon]))
            map.panTo([at.lat, at.lon], { animate: false });
    }
    follow(() => {
        void selection.value;
        untracked(keepInSight);
    });

    // Pointer.
    function ask({ lat, lng }: { lat: number; lng: number }): void {
        selection.value = { kind: 'point', lon: lng, lat };
    }
    const pick = (event: LeafletMouseEvent): void => {
        const { lat, lng } = event.latlng;
        if (isPlacing()) return placeTransformer(lng, lat);
        // Marks of results lie above the households.
        for (const { layer, drawn } of featureLayers.values()) {
            const mark = layer.points && drawn.hit(event.layerPoint);
            if (mark) return select(layer, mark);
        }
        const row = points.rowAt(map, lat, lng, coarse() ? 16 : 5);
        const at = positionOf(row);
        here.value = at ? points.rowsUnder(map, at.lat, at.lon) : [];
        if (row >= 0) return selectRow(row);
        // Under Crops a tap on a road or a name asks about the ground there.
        if (mode.peek() === 'crops') return ask(event.latlng);
        for (const { layer, drawn } of featureLayers.values()) {
            const feature = drawn.hit(event.layerPoint);
            if (feature && layer.id !== 'boundaries') return select(layer, feature);
        }
        // Where minutes are shown, the ground itself has something to say.
        if (fieldShown.peek() && selection.peek()?.kind !== 'household') return ask(event.latlng);
        selection.value = null;
    };
    function select(layer: MapLayer, feature: GeoJSON.Feature): void {
        if (layer.source.kind !== 'features') return;
        here.value = [];
        pickedFeature.value = { layer: layer.source.layer, feature };
        selection.value = {
            kind: 'feature',
            layer: layer.source.layer,
            code: String(feature.properties?.code ?? ''),
        };
    }
    map.on('click', pick);
    map.on('contextmenu', (event) => ask(event.latlng));
    map.on('mousemove', (event) => {
        pointer.value = { lon: event.latlng.lng, lat: event.latlng.lat };
        const row = points.rowAt(map, event.latlng.lat, event.latlng.lng, 3);
        hovered.value = row;
        element.style.cursor = isPlacing()
            ? 'crosshair'
            : row >= 0
              ? 'pointer'
              : mode.peek() === 'crops'
                ? 'crosshair'
                : '';
    });
    map.on('mouseout', () => {
        pointer.value = null;
        hovered.value = -1;
    });
    map.on('dragstart', () => {
        hovered.value = -1;
    });
    // The keyboard's way to the point panel: Enter asks about the middle of the map.
    element.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.target !== element) return;
        const c = map.getCenter();
        const row = points.rowAt(map, c.lat, c.lng, 24);
        if (row >= 0 && mode.peek() !== 'crops') selectRow(row);
        else selection.value = { kind: 'point', lon: c.lng, lat: c.lat };
    });

    // First sight of a county; and later, an area that was chosen.
    let shownFor: string | undefined = start ? api.peek()?.code : undefined;
    let linked = start !== undefined;
    follow(() => {
        const from = api.value;
        void positions.value;
        if (!from || shownFor === from.code) return;
        shownFor = from.code;
        if (linked) {
            linked = false;
            return;
        }
        const box = untracked(areaBox);
        if (box) showPlace.value = { bbox: box };
    });
    let lastArea = area.peek();
    follow(() => {
        const now = area.value;
        void householdUnits.value;
        if (now === lastArea) return;
        lastArea = now;
        const box = untracked(areaBox);
        if (box) showPlace.value = { bbox: box };
    });
    follow(() => {
        element.setAttribute('aria-label', t('screen.map'));
        const [nearer, farther] = zoomButtons.getContainer()?.querySelectorAll('a') ?? [];
        for (const [button, words] of [
            [nearer, t('screen.zoomIn')],
            [farther, t('screen.zoomOut')],
        ] as const) {
            button?.setAttribute('title', words);
            button?.setAttribute('aria-label', words);
        }
    });

    function has(layer: MapLayer): boolean {
        if (!layer.needs || !('layer' in layer.needs)) return true;
        const kind = layer.needs.layer;
        return untracked(() => (detail.value?.layers.find((l) => l.kind === kind)?.count ?? 0) > 0);
    }

    return () => {
        for (const end of ends) end();
        map.remove();
    };
}
