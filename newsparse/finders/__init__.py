"""(text, Language) -> what is in it. A finder gives places and readings; what a block is, rules say.

Of speech, from the marks to the person behind the mention:

- quotations: which words stand between marks, over paragraphs, stray marks mended locally
- transcripts: which paragraphs are turns of a transcript (NAME: …)
- tokens, sentences: the words of a paragraph; a quotation is one token, and ends a sentence only where nothing goes
  on with it
- clauses, shares, titles: direct (a clause or more, or nearly all that is reported), partial (words in the
  reporter's sentence), a title
- reporting, phrases, clause_parts, subjects, verb_second: is this the verb that reports; where a noun phrase begins
  and ends; who is the verb's subject
- attribution: the ordered tables of clauses; its rules also in ``before.py``, ``behind.py``, ``around.py``,
  ``lead_ins.py``, ``source_phrases.py``, ``reported.py``
- carrying: the ordered tables of what goes on with the speaker before: ``BESIDE``, ``LAST``
- speakers: goes through the article and asks the tables in turn; each verdict carries its rule and evidence
- sources, people, mentions, roles: full name, role and gender, looked for when they are asked; whom a pronoun
  stands for
"""
