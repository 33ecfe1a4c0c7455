import { useAssistantSettings } from "./use-assistant-settings";

/** Whether the user has chosen a model; false until it is known. */
export function useModelIsSet(): boolean {
	const { data } = useAssistantSettings();
	return data?.ok === true && data.value.provider !== "none";
}
