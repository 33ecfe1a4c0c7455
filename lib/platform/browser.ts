/** The only import of the polyfill; it does nothing where the browser has promises of its own (Chrome 144 and later). */
import browser from "webextension-polyfill";

export { browser };
