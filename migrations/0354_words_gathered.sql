-- A matter that is registered has some hundred and fifty pairs of characters; each was put into its own place of the index at once, while
-- whoever registers the next matter waited for the number. They are gathered now and put in for several matters together. What is
-- gathered is read through by every search, so it stays small: some seventy matters.
alter index matter_words_grams set (fastupdate = on, gin_pending_list_limit = 256);
