import type { CustomerDraft } from "../drafts";
import { beatriz, ines, marco, sofia } from "./abroad";
import { emma } from "./emma";
import { lucia } from "./lucia";
import { ana, anaInMexico, carmenOrtega, luisOrtega } from "./namesakes";
import { nora } from "./nora";

/** The customers of the demo's cast, written by hand. They come first, so their ids never change. */
export const stories: readonly CustomerDraft[] = [
	lucia,
	marco,
	sofia,
	ines,
	beatriz,
	carmenOrtega,
	luisOrtega,
	ana,
	anaInMexico,
	emma,
	nora,
];
