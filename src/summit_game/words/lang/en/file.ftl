# Why a file or folder of the person's cannot be used; most stand between brackets after its name.
file-not-regular = it is not a regular file
file-folder = it is a folder
file-large = it is larger than { $most }
file-no-text = it is no text in UTF-8
file-no-name = no file can have this name
file-not-understood = it is not { $form }: { $reason }
file-deep = too many brackets within brackets
file-no-user = there is no user { $name }, so there is no such home folder
file-no-home-now = no home folder is known
file-no-home = no home folder is known; set { $variable }
file-variable = { $variable } cannot be used: { $reason }
file-in-use = it is open in another window or program
file-overtaken = another program has written to this file
file-replaced = another file is in its place
