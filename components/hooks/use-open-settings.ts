import { openOptionsPage } from "@/lib/platform/tabs";

/** Opens the options page. */
export const useOpenSettings = () => () => void openOptionsPage();
