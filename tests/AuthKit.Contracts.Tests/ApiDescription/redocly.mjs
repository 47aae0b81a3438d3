// Lints an OpenAPI document by Redocly's recommended rules: errors are printed and fail it, warnings do not.
//   node redocly.mjs DOCUMENT
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', import.meta.url));
const { status } = spawnSync(process.execPath, [cli, 'lint', process.argv[2], '--extends=recommended', '--format=stylish'], {
    stdio: 'inherit',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
});
process.exit(status ?? 1);
