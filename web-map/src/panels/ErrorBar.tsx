import type { ApiProblem } from '../api/http';
import { countyCode, failure, loadCounties, loadCounty } from '../state/county';
import { issueParams } from '../state/issues';
import { fill, findWord, t } from '../state/words';

/** A problem in the reader's language: what happened, where, what to do next. */
export function problemText(problem: ApiProblem): string {
    const params = issueParams(problem.params ?? {});
    const found =
        findWord(`error.${problem.code}`, params) ??
        findWord(`map.problem.${problem.code}`, params) ??
        findWord(`issue.${problem.code}`, params);
    if (found === undefined && problem.status === 404) return t('problem.not_found');
    return found ?? fill(t('problem.unexpected', { status: String(problem.status) }), params);
}

export function ErrorBar() {
    const problem = failure.value;
    if (!problem) return null;
    return (
        <div class="error-bar" role="alert">
            <span class="grow">{problemText(problem)}</span>
            <button
                type="button"
                onClick={() => {
                    failure.value = null;
                    const code = countyCode.value;
                    void loadCounties().then(() => (code ? loadCounty(code, true) : undefined));
                }}
            >
                {t('problem.again')}
            </button>
            <button type="button" onClick={() => (failure.value = null)}>
                {t('close')}
            </button>
        </div>
    );
}
