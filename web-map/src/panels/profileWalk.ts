import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Stretch } from '../api/types';
import { placeOn, wayCursor } from '../state/way';

export interface ProfileWalk {
    /** Metres along the way; null while nobody points. */
    at: Signal<number | null>;
    /** What the picture takes to be walked on: by pointer, finger and arrow keys. */
    handlers: {
        onPointerMove: (event: PointerEvent & { currentTarget: SVGSVGElement }) => void;
        onPointerDown: (event: PointerEvent & { currentTarget: SVGSVGElement }) => void;
        onPointerLeave: () => void;
        onKeyDown: (event: KeyboardEvent) => void;
        onBlur: () => void;
    };
}

/** Walks along a profile of a way; the map marks the place. @param box width of the picture, and its margins */
export function useProfileWalk(
    way: readonly Stretch[],
    lengthM: number,
    box: { width: number; left: number; right: number },
): ProfileWalk {
    const at = useSignal<number | null>(null);
    useEffect(() => {
        at.value = null;
        return () => (wayCursor.value = null);
    }, [way]);
    const go = (m: number | null): void => {
        at.value = m === null ? null : Math.min(lengthM, Math.max(0, m));
        const there = at.value === null ? null : placeOn(way, at.value);
        wayCursor.value = there && { lon: there.lon, lat: there.lat };
    };
    const pointed = (event: PointerEvent & { currentTarget: SVGSVGElement }): void => {
        const rect = event.currentTarget.getBoundingClientRect();
        const { width, left, right } = box;
        go((((event.clientX - rect.left) / rect.width) * width - left) * (lengthM / (width - left - right)));
    };
    const step = lengthM / 40;
    const keys = (event: KeyboardEvent): void => {
        const now = at.value ?? 0;
        const to: Record<string, number> = {
            ArrowRight: now + step,
            ArrowUp: now + step,
            ArrowLeft: now - step,
            ArrowDown: now - step,
            PageUp: now + 5 * step,
            PageDown: now - 5 * step,
            Home: 0,
            End: lengthM,
        };
        if (!(event.key in to)) return;
        event.preventDefault();
        go(to[event.key]!);
    };
    return {
        at,
        handlers: {
            onPointerMove: pointed,
            onPointerDown: pointed,
            onPointerLeave: () => go(null),
            onKeyDown: keys,
            onBlur: () => go(null),
        },
    };
}
