/** What the server says when it cannot do what was asked (RFC 9457): a stable code with parameters, translated by the words. */
export class ApiProblem extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        readonly params: Record<string, string | number | null>,
    ) {
        super(`${code} (${status})`);
    }
}

/** The map lives at the root of the server; all addresses are relative to it, so that a proxy may put it into a folder. */
const base = './';

async function problemOf(response: Response): Promise<ApiProblem> {
    try {
        const body = (await response.json()) as { code?: string; params?: Record<string, string | number | null> };
        return new ApiProblem(response.status, body.code ?? 'unexpected', body.params ?? { status: response.status });
    } catch {
        return new ApiProblem(response.status, 'unexpected', { status: response.status });
    }
}

export async function call(path: string, init?: RequestInit): Promise<Response> {
    let response: Response;
    try {
        response = await fetch(base + path, init);
    } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw new ApiProblem(0, 'offline', {});
    }
    if (!response.ok) throw await problemOf(response);
    return response;
}

export async function json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await call(path, init);
    return (response.status === 204 ? undefined : await response.json()) as T;
}

export async function bytes(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
    return (await call(path, signal ? { signal } : {})).arrayBuffer();
}

export const address = (path: string): string => base + path;
