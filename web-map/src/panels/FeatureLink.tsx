import { goToFeature } from '../state/features';
import { selection } from '../state/view';

/** A code that leads to its works, pipe or household. */
export function FeatureLink({ layer, code }: { layer: string; code: string }) {
    return (
        <button
            type="button"
            class="link num"
            onClick={() =>
                layer === 'household' ? (selection.value = { kind: 'household', code }) : goToFeature(layer, code)
            }
        >
            {code}
        </button>
    );
}
