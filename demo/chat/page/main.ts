/// <reference types="vite/client" />
import "./page.css";
import { buildChats } from "./chats";
import { scriptToday, startClock } from "./clock";
import { showConversation } from "./conversation";
import { createDemoApi } from "./demo-api";
import { createDemoBar } from "./demo-bar";
import { el } from "./dom";
import { labelsFor } from "./labels";
import layout from "./layout.module.css";
import { fillModelStorage } from "./model-storage";
import { installScriptWorld } from "./script-world";
import { createSide } from "./side";
import { createStore } from "./store";

const DEFAULT_LAG_MS = 300;

/**
 * `?lag=` milliseconds, `?now=` a local moment or `real`, `?lang=` en, es or pt, `?silent=now` who fell silent did so just now,
 * `?long=` messages of a further, long chat.
 */
const parameters = new URLSearchParams(location.search);
const clock = startClock(parameters.get("now"));
const labels = labelsFor(parameters.get("lang"));
const silentSince = parameters.get("silent") === "now" ? clock() : undefined;
const longMessages = Number(parameters.get("long"));
const store = createStore(buildChats(scriptToday(clock()), { silentSince, longMessages }), clock);
const world = installScriptWorld(store, Number(parameters.get("lag") ?? DEFAULT_LAG_MS));
window.demo = createDemoApi(store, world);

document.documentElement.lang = labels.language;
const place = el("div", { class: layout.place });
const app = el("div", { id: "app", class: layout.app }, createSide(store, clock, labels), place);
document.body.append(createDemoBar(store, window.demo), app);
showConversation(place, store, clock, labels);

void fillModelStorage(store.chats());
