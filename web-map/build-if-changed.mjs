// Called by Maven: npm ci and npm run build, each only when what it reads has changed since it last succeeded.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const NOT_INPUT = new Set(['node_modules', 'dist', 'target', 'test-results', 'pom.xml']);

function* files(path) {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
        yield path;
        return;
    }
    for (const name of readdirSync(path).sort()) {
        if (!NOT_INPUT.has(name) && !name.startsWith('.')) yield* files(join(path, name));
    }
}

function fingerprint(...paths) {
    const hash = createHash('sha256').update(process.version);
    for (const path of paths) {
        for (const file of files(path)) hash.update(file.slice(here.length)).update('\0').update(readFileSync(file)).update('\0');
    }
    return hash.digest('hex');
}

function runUnlessDone(stampName, print, product, npmArguments) {
    const stamp = join(here, 'target', stampName);
    if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
    console.log(`web-map: npm ${npmArguments.join(' ')}`);
    const run = spawnSync('npm', npmArguments, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
    if (run.error?.code === 'ENOENT') {
        console.error('web-map: npm is not installed. Maybe: apt-get install npm (or build without the map: -Dskip.web)');
    }
    if (run.status !== 0) process.exit(run.status ?? 1);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, print);
}

const packages = ['package.json', 'package-lock.json'].map((name) => join(here, name));
runUnlessDone('npm-ci.stamp', fingerprint(...packages), join(here, 'node_modules'),
    ['ci', '--no-audit', '--no-fund', '--prefer-offline']);

// The words, class schemes and other data files are compiled into the map.
runUnlessDone('npm-build.stamp', fingerprint(here, join(here, '..', 'data', 'words'), join(here, '..', 'data', 'class-schemes.yaml')),
    join(here, 'dist', 'index.html'), ['run', 'build']);
