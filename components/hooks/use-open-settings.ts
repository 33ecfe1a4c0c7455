import { openOptionsPage } from "@/lib/platform/tabs";

/** Opens the options page, at a place of its own such as `#/deliveries` where one is given. */
export const useOpenSettings = () => (place?: string) => void openOptionsPage(place);
