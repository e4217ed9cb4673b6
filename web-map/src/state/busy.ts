import { computed, signal } from '@preact/signals';

/** Layers that are being fetched; the map shows a thin line at its top while any is. */
const busy = signal<ReadonlySet<string>>(new Set());

export function loading(id: string, on: boolean): void {
    if (busy.peek().has(id) === on) return;
    const next = new Set(busy.peek());
    if (on) next.add(id);
    else next.delete(id);
    busy.value = next;
}

export const isBusy = computed(() => busy.value.size > 0);
