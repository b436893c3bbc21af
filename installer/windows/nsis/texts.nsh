; Every sentence that the installer says, in each of its languages.

!macro SAID name english welsh
  LangString ${name} ${LANG_ENGLISH} "${english}"
  LangString ${name} ${LANG_WELSH} "${welsh}"
!macroend

!insertmacro SAID IsOpen \
  "Roundtable is open. Close it, then try again." \
  "Mae Roundtable ar agor. Caewch ef, yna ceisiwch eto."
!insertmacro SAID OtherSetup \
  "Another Roundtable installer is running. Let it end first." \
  "Mae gosodwr Roundtable arall yn rhedeg. Arhoswch iddo orffen yn gyntaf."
!insertmacro SAID IsNewer \
  "Roundtable $R1 is installed, which is newer than this one (${VERSION}). Put the older one in its place? Your workshops stay, but an older Roundtable cannot open a library that a newer one has changed." \
  "Mae Roundtable $R1 wedi'i osod, sy'n fwy newydd na'r un hwn (${VERSION}). Rhoi'r un hŷn yn ei le? Bydd eich gweithdai'n aros, ond ni all Roundtable hŷn agor llyfrgell y mae un mwy newydd wedi'i newid."
!insertmacro SAID TooLong \
  "That folder's name is too long for Windows: at most ${LONGEST} characters. Choose a folder with a shorter name." \
  "Mae enw'r ffolder hwnnw'n rhy hir i Windows: ${LONGEST} nod ar y mwyaf. Dewiswch ffolder ag enw byrrach."
!insertmacro SAID NotOurs \
  "That folder holds another program's $\"app$\". Choose another folder." \
  "Mae $\"app$\" rhaglen arall yn y ffolder hwnnw. Dewiswch ffolder arall."
!insertmacro SAID ReadOnly \
  "Nothing can be written into that folder. Choose another folder." \
  "Ni ellir ysgrifennu dim i'r ffolder hwnnw. Dewiswch ffolder arall."
!insertmacro SAID DiskFull \
  "There is too little room on that disk: ${SIZE_MB} MB are needed. Free some space, then try again." \
  "Nid oes digon o le ar y ddisg honno: mae angen ${SIZE_MB} MB. Rhyddhewch le, yna ceisiwch eto."
!insertmacro SAID NotReplaced \
  "Roundtable could not be put in its place: another program uses that folder. Nothing has changed. Close it, then try again." \
  "Ni ellid rhoi Roundtable yn ei le: mae rhaglen arall yn defnyddio'r ffolder hwnnw. Nid oes dim wedi newid. Caewch hi, yna ceisiwch eto."
!insertmacro SAID AskLibrary \
  "Your workshops stay in $LOCALAPPDATA\Roundtable. Delete them too, for good? Choose No to keep them." \
  "Mae eich gweithdai'n aros yn $LOCALAPPDATA\Roundtable. Eu dileu hwythau hefyd, am byth? Dewiswch Na i'w cadw."
!insertmacro SAID TypeName "Roundtable workshop" "Gweithdy Roundtable"
!insertmacro SAID LibraryTypeName "Roundtable library" "Llyfrgell Roundtable"
!insertmacro SAID Start "Open Roundtable" "Agor Roundtable"
