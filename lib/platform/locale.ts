import { browser } from "./browser";

/** The browser's interface language, e.g. `pt-BR`. */
export const uiLanguage = (): string => browser.i18n.getUILanguage();
