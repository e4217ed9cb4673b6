import { CircleMarker } from 'leaflet';
import type { Mark } from './layers';

type Shape = (c: CanvasRenderingContext2D, x: number, y: number, r: number) => void;

const polygon =
    (...corners: readonly (readonly [number, number])[]): Shape =>
    (c, x, y, r) => {
        corners.forEach(([dx, dy], i) =>
            i === 0 ? c.moveTo(x + dx * r, y + dy * r) : c.lineTo(x + dx * r, y + dy * r),
        );
        c.closePath();
    };
const circle =
    (size: number): Shape =>
    (c, x, y, r) => {
        c.arc(x, y, size * r, 0, 2 * Math.PI);
        c.closePath();
    };
/** Arms of a plus, as wide as a third of the mark; turned by an eighth they are a cross. */
const arms = (turn: number): Shape => {
    const w = 0.32;
    const outline: [number, number][] = [
        [-w, -1],
        [w, -1],
        [w, -w],
        [1, -w],
        [1, w],
        [w, w],
        [w, 1],
        [-w, 1],
        [-w, w],
        [-1, w],
        [-1, -w],
        [-w, -w],
    ];
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return polygon(...outline.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos] as const));
};

/** Two bars that do not meet. */
const bars: Shape = (c, x, y, r) => {
    for (const side of [-1, 1]) c.rect(x + side * r * 0.62 - r * 0.34, y - r, r * 0.68, 2 * r);
};

const SHAPE: Record<Mark, Shape> = {
    bars,
    hourglass: polygon([-0.9, -0.9], [0.9, -0.9], [-0.9, 0.9], [0.9, 0.9]),
    pentagon: polygon([0, -1], [0.95, -0.31], [0.59, 0.81], [-0.59, 0.81], [-0.95, -0.31]),
    triangle: polygon([0, -1], [1, 0.8], [-1, 0.8]),
    diamond: polygon([0, -1], [1, 0], [0, 1], [-1, 0]),
    square: polygon([-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]),
    flag: polygon([-0.6, -1], [0.9, -0.5], [-0.3, 0], [-0.3, 1], [-0.6, 1]),
    plus: arms(0),
    cross: arms(Math.PI / 4),
    dot: circle(0.8),
    half: circle(0.8),
    ring: circle(0.8),
};

/** A point mark that is drawn on the lines' canvas, so that clicks and stacking work as for lines. */
export class MarkLayer extends CircleMarker {
    mark: Mark = 'dot';

    // Leaflet draws a path by asking it to update itself on its renderer.
    protected _updatePath(): void {
        const self = this as unknown as {
            _renderer: {
                _drawing: boolean;
                _ctx: CanvasRenderingContext2D;
                _fillStroke(c: CanvasRenderingContext2D, l: unknown): void;
            };
            _point: { x: number; y: number };
            _empty(): boolean;
            _radius: number;
        };
        const renderer = self._renderer;
        if (!renderer._drawing || self._empty()) return;
        const { x, y } = self._point;
        renderer._ctx.beginPath();
        SHAPE[this.mark](renderer._ctx, x, y, self._radius);
        renderer._fillStroke(renderer._ctx, this);
    }
}
