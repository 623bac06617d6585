// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What each JavaScript client does, with the packages of the folder that it is started in.
// usage: node X.mjs PACKAGE URL flood|numbered COUNT

import { createRequire } from 'node:module';

export const require = createRequire(process.cwd() + '/');
export const [packageName, url, mode, count] = process.argv.slice(2);

const padding = ' '.padEnd(1024 - 8, 'x');
const message = number => String(number).padStart(8, '0') + padding;

let isPlaying = false;

/** flood: as much as it takes, while isFull() is false. numbered: one every 5 ms, come what may. */
export function play(send, isFull) {
    if (isPlaying)
        return; // connected again
    isPlaying = true;
    let number = 0;
    if (mode === 'flood') {
        const feed = () => {
            for (let i = 0; i < 200 && !isFull(); ++i)
                send(message(++number));
            setImmediate(feed);
        };
        feed();
        return;
    }
    const start = performance.now();
    const timer = setInterval(() => {
        while (number < count && number * 5 <= performance.now() - start)
            send(message(++number));
        if (number >= count)
            clearInterval(timer);
    }, 5);
}
