"""A picture with its state, from figures and a reader's choice: figure, sentence, table, caveats, file name; pure."""
