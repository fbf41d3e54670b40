/** How many characters the name of a view may have: more does not fit beside the places at the side. */
export const VIEW_NAME_MOST = 40;
