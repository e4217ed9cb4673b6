import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const ROOT = join(import.meta.dirname, '../..');
const JAR = process.env.TERRACE_SERVER_JAR ?? join(ROOT, 'backend/server/target/terrace-server.jar');

declare module 'vitest' {
    export interface ProvidedContext {
        url: string;
        real: boolean;
    }
}

async function freePort(): Promise<number> {
    const probe = createServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const address = probe.address();
    await new Promise((done) => probe.close(done));
    return typeof address === 'object' && address ? address.port : 8098;
}

async function answers(url: string, seconds: number, stopped: () => boolean): Promise<void> {
    for (let i = 0; i < seconds * 2 && !stopped(); i++) {
        try {
            const response = await fetch(`${url}api/counties`);
            const counties = response.ok ? ((await response.json()) as { code: string; households: number }[]) : [];
            const first = counties.find((county) => county.households > 0);
            // A summary is there when the analyses have run.
            if (first && (await fetch(`${url}api/counties/${first.code}/summary`)).ok) return;
        } catch {
            // Not up yet.
        }
        await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`no assessed county at ${url} after ${seconds} s. Maybe the server's log says why`);
}

/**
 * The server that the specs look at: the one at TERRACE_URL; else the built server with its sample county in a new data folder; else,
 * when there is no jar, the mock county ({@code npm run mock}).
 */
export default async function setup(project: TestProject): Promise<() => void> {
    const given = process.env.TERRACE_URL;
    const port = await freePort();
    const url = given ? given.replace(/\/?$/, '/') : `http://127.0.0.1:${port}/`;
    const real = process.env.TERRACE_MOCK === undefined && (given !== undefined || existsSync(JAR));
    let child: ChildProcess | undefined;
    let stopped = false;
    const data = mkdtempSync(join(tmpdir(), 'terrace-data-'));
    if (!given) {
        child = real
            ? spawn(
                  'java',
                  [
                      '-Xmx1g',
                      `-Dterrace.home=${ROOT}`,
                      '-jar',
                      JAR,
                      'serve',
                      '--port',
                      String(port),
                      '--data',
                      data,
                      '--first-start-sample',
                      join(ROOT, 'data/sample'),
                  ],
                  {
                      cwd: ROOT,
                      stdio: 'ignore',
                  },
              )
            : spawn('node', [join(ROOT, 'web-map/mock/server.mjs'), '--port', String(port)], { stdio: 'ignore' });
        child.on('exit', () => {
            stopped = true;
        });
    }
    console.log(`browser tests look at ${given ? url : real ? 'the built server' : 'the mock county'}`);
    project.provide('url', url);
    project.provide('real', real);
    const end = () => {
        child?.kill();
        rmSync(data, { recursive: true, force: true });
    };
    try {
        await answers(url, 300, () => stopped);
    } catch (error) {
        end();
        throw error;
    }
    return end;
}
