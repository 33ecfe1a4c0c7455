import { version as ofPackage } from "../package.json";

/** Of this package; the build puts the number in. */
export const version: string = ofPackage;
