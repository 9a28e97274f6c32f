figure-not-one = This is no file of figures (longarm-figures-file/1). Ask the organisation for the file it published.
figure-too-large = A file of figures has at most { $most } MiB. It was not read; ask the organisation for the file it published.
figure-other-version = This file of figures is of another version than this program reads (longarm-figures-file/1). One of the two needs an upgrade.
figure-changed = The figures were changed after they were signed. Do not use them; ask the organisation for the file again, another way.
figure-absurd = The signature holds, but no node can have counted these figures: a wrong quarter, state, word or number, or a cell that stands twice. They were not taken; call the organisation.
