export { uiLanguage } from "@/lib/platform/locale";
